"""The invented persons of `data/demo`: nobody has to show their own words to see what Reflet does."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from audit.ui.state import Handle, Mine, Text

_FOLDER = Path(__file__).resolve().parent.parent.parent / "data" / "demo"


@dataclass(frozen=True)
class Person:
    """An invented person: `label` in the language asked for, `lang` the language they write in."""

    id: str
    lang: str
    labels: dict[str, str]
    given: dict
    label: str = ""

    def mine(self) -> Mine:
        """What this person would have given."""
        given = self.given
        return Mine(
            first_name=given["first_name"],
            last_name=given["last_name"],
            email=given["email"],
            handles=[Handle(row["platform"], row["handle"]) for row in given["handles"]],
            texts=[Text(kind=row["kind"], text=row["text"].strip(), posts=None) for row in given["texts"]],
            demo=self.id,
        )


@cache
def _read() -> tuple[Person, ...]:
    people = []
    for path in sorted(_FOLDER.glob("*.yaml")):
        given = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
        people.append(Person(path.stem, given["lang"], given["label"], given))
    return tuple(people)


def people(lang: str) -> list[Person]:
    """Everybody, those who write in `lang` first."""
    made = [Person(one.id, one.lang, one.labels, one.given, one.labels[lang]) for one in _read()]
    return sorted(made, key=lambda one: one.lang != lang)


def person(id_: str) -> Person:
    """One of them; KeyError when there is none."""
    found = {one.id: one for one in _read()}
    return found[id_]

"""The help lines and rights that everybody may need, read from `data/help/`."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import yaml

from audit.render.nouns import HelpLine, Right

_DATA = Path(__file__).resolve().parent.parent.parent / "data" / "help"


@cache
def _load(name: str) -> dict:
    return yaml.load((_DATA / name).read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


@cache
def help_lines(lang: str, shown: str = "distress") -> tuple[HelpLine, ...]:
    """The lines to show: "distress" for somebody who may need help now, "paper" for the counsellor's page; most fitting first."""
    lines = []
    for id_, line in _load("helplines.yaml")["lines"].items():
        if shown in line["shown"]:
            lines.append(
                HelpLine(id_, line["name"][lang], line["number"], line["for_whom"][lang], line["when"][lang], line.get("link", ""))
            )
    return tuple(lines)


@cache
def rights(lang: str) -> tuple[Right, ...]:
    """The rights of somebody who looks for work or whose data is online."""
    return tuple(
        Right(id_, right["title"][lang], right["text"][lang], right["source"]) for id_, right in _load("rights.yaml")["rights"].items()
    )


def checked_on() -> str:
    """The ISO date at which help lines and rights were last checked; the older of the two."""
    return min(_load("helplines.yaml")["checked"], _load("rights.yaml")["checked"])

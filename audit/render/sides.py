"""What a card shows beside the sentence: both sides of a contradiction as a question, and how words are written."""

from __future__ import annotations

import re
from collections.abc import Mapping

from audit.i18n import say
from audit.model import ABOUT, Document, Finding
from audit.render.labels import platform_name
from audit.render.nouns import Card, SideView

_SHORT = 40  # characters of a side that still fit in a question
_LONG = 200  # characters of a side that are shown
_SIDES = ("left", "right")


def question(finding: Finding, lang: str) -> str:
    """ "2021 ici, 2022 là : lequel est juste ?"; "" when the finding has no two sides."""
    both = _both(finding)
    if not both:
        return ""
    if finding.rule.endswith(".missing"):
        return say("identity.sides.missing", lang)
    left, right = (_text(side, "short") or _text(side, "text") for side in both)
    if max(len(left), len(right)) > _SHORT or not (left and right) or left == right:
        return say("identity.sides.which", lang)
    return say("identity.sides.question", lang, left=left, right=right)


def sides(finding: Finding, documents: Mapping[str, Document], labels: Mapping[str, str], lang: str) -> tuple[SideView, ...]:
    """Both sides, each with the place where it stands; empty for any other finding."""
    return tuple(_side(side, documents, labels, lang) for side in _both(finding))


def printable(card: Card) -> str:
    """The question of a contradiction of years, which quotes nothing; "" for any other."""
    return card.question if re.match(r"\d[\d -]* \w+, \d[\d -]* \w+", card.question) else ""


def both_places(card: Card) -> str:
    """Where both sides of a contradiction stand ("Sur ton CV · Sur LinkedIn"); "" for any other card."""
    return " · ".join(dict.fromkeys(side.where for side in card.sides))


def corrections(finding: Finding) -> tuple[str, ...]:
    """The pairs of a writing finding, e.g. "envoi → envoie"; they hold the person's words."""
    pairs = finding.facts.get("pairs") if finding.category == "writing" else None
    return tuple(pair for pair in pairs[:_LONG].split(", ") if "→" in pair) if isinstance(pairs, str) else ()


def _both(finding: Finding) -> tuple[Mapping[str, object], ...]:
    held = finding.facts.get("sides") if finding.category == "consistency" else None
    both = tuple(held.get(side) for side in _SIDES) if isinstance(held, Mapping) else ()
    return both if both and all(isinstance(side, Mapping) for side in both) else ()


def _side(side: Mapping[str, object], documents: Mapping[str, Document], labels: Mapping[str, str], lang: str) -> SideView:
    document = documents.get(_text(side, "document"))
    platform = platform_name(_text(side, "platform"))
    if platform:
        where = say("identity.sides.profile", lang, platform=platform)
    elif document is not None and document.id == ABOUT:
        where = say("identity.sides.about", lang)
    elif document is None or document.kind == "cv":
        where = say("identity.sides.cv", lang)
    else:
        where = labels.get(document.id, "") or say("identity.sides.other", lang)
    lines = dict.fromkeys(line.strip() for line in _text(side, "text").splitlines())  # a page copied from LinkedIn says each line twice
    words = " ".join(" ".join(lines).split())
    return SideView(where, (words[:_LONG] + "…" if len(words) > _LONG else words) or say("identity.sides.absent", lang))


def _text(side: Mapping[str, object], name: str) -> str:
    """Facts may come from a file that anybody wrote."""
    value = side.get(name)
    return value.strip() if isinstance(value, str) else ""

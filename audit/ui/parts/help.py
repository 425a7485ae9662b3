"""Somebody to talk to: shown first when a person seems to need it, never printed, never counted."""

from __future__ import annotations

from collections.abc import Iterable

from audit.render.nouns import HelpLine
from audit.ui.safe import Html, join, tag
from audit.ui.state import t


def help_first(lines: Iterable[HelpLine]) -> Html:
    """The card that comes before everything else."""
    return tag(
        "section",
        tag("h2", t("ui.help.title")),
        tag("p", t("ui.help.lead")),
        tag("ul", join(_line(line) for line in lines), class_="rf-lines"),
        class_="rf-help",
    )


def _line(line: HelpLine) -> Html:
    numbers = join((_number(number.strip()) for number in line.number.split("·") if number.strip()), between=" · ")
    return tag(
        "li",
        tag("p", numbers, " " if numbers else None, tag("strong", line.name)),
        tag("p", f"{line.for_whom} · {line.when}", class_="rf-small"),
    )


def _number(number: str) -> Html:
    """A number to tap on a phone."""
    dialled = number.replace(" ", "")
    return tag("a", number, href=f"tel:{dialled}", class_="rf-phone") if dialled.isdigit() else tag("strong", number)

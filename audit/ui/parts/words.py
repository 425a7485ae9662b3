"""Headings, paragraphs and folded parts, made of the interface's words."""

from __future__ import annotations

from collections.abc import Iterable

from audit.ui.safe import Html, join, tag


def heading(level: int, text: str, class_: str | None = None) -> Html:
    """A real heading, h1 to h4."""
    return tag(f"h{level}", text, class_=class_)


def top(title: str, lead: str, first_name: str = "") -> Html:
    """The head of a page: its title and one or two sentences."""
    return tag("header", tag("h1", title, tag("span", f" · {first_name}") if first_name else None), lead_of(lead), class_="rf-top")


def lead_of(text: str) -> Html:
    return tag("p", text, class_="rf-lead")


def items(texts: Iterable[str], class_: str | None = None) -> Html:
    """A list."""
    return tag("ul", join(tag("li", text) for text in texts), class_=class_)


def folded(title: str, *children: str | None, class_: str = "rf-fold") -> Html:
    """A part that opens at a click, without costing the server anything."""
    return tag("details", tag("summary", title), *children, class_=class_)


def labelled(label: str, text: str, class_: str) -> Html | None:
    """A line with its label in front; None when there is nothing to say."""
    return tag("div", tag("dt", label), tag("dd", text), class_=class_) if text else None

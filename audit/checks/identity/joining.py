"""One handle in two worlds: whoever has the CV can find the private account that bears the same handle."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from audit.checks.identity.folding import squash
from audit.checks.identity.handle import PROFESSIONAL
from audit.model import Document

_LEAST = 5  # shorter handles are shared by many people


@dataclass(frozen=True, slots=True)
class Joined:
    """A handle that stands on a leisure account and on something a recruiter gets; the person chooses whether that is fine."""

    private: str = field(repr=False)
    private_platform: str = ""
    shown: str = field(default="", repr=False)
    shown_on: str = ""  # "email", "cv" or a professional platform


def joined_handles(documents: Iterable[Document]) -> tuple[Joined, ...]:
    """Pairs of a leisure handle and the address, CV or professional handle that gives it away."""
    documents = list(documents)
    private = [document for document in documents if document.kind == "handle" and document.platform.casefold() not in PROFESSIONAL]
    found: dict[tuple[str, str, str], Joined] = {}
    for document in private:
        key = _key(document.text)
        if len(key) < _LEAST:
            continue
        for other in documents:
            place, words = _shown(other)
            if place and any(_key(word) == key for word in words):
                found.setdefault(
                    (key, document.platform, place),
                    Joined(document.text, document.platform, next(word for word in words if _key(word) == key), place),
                )
    return tuple(found.values())


def _shown(document: Document) -> tuple[str, list[str]]:
    if document.kind == "email":
        return "email", [document.text.rpartition("@")[0].partition("+")[0]]
    if document.kind == "handle" and document.platform.casefold() in PROFESSIONAL:
        return document.platform, [document.text]
    if document.kind == "cv":
        words = [word.strip(".,;:()[]<>\"'") for word in document.text.replace("/", " ").split()]
        return "cv", [word.partition("@")[0] if "@" in word[1:] else word for word in words]
    return "", []


def _key(handle: str) -> str:
    return squash(handle.strip().lstrip("@")).text

"""A Document: one piece of what the person shows to the world, exactly as they wrote it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

CONTENT_KINDS = ("post", "bio", "caption", "comment", "message", "cv")
KINDS = (*CONTENT_KINDS, "email", "handle", "link", "profile")

# A lone surrogate or a NUL breaks writers, the browser and spaCy. One U+FFFD for each keeps every offset.
_UNSAFE = re.compile("[\x00\ud800-\udfff]")


def scrub(text: str) -> str:
    """The same text with every NUL and lone surrogate replaced, one for one, by U+FFFD."""
    return _UNSAFE.sub("\ufffd", text)


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose self-audit this is. Names are known so that they are never taken for a fault."""

    first_name: str = field(default="", repr=False)
    last_name: str = field(default="", repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "first_name", scrub(self.first_name or "").strip())
        object.__setattr__(self, "last_name", scrub(self.last_name or "").strip())

    @property
    def names(self) -> tuple[str, ...]:
        """The names that were given, first name first; empty when none was."""
        return tuple(name for name in (self.first_name, self.last_name) if name)


_NOBODY = Owner()


@dataclass(frozen=True, slots=True)
class Document:
    """One text, address, handle or link of the person, unchanged but for `scrub`.

    `kind` is one of KINDS. `lang` is "fr", "en" or None (then it is detected). `date` is ISO 8601.
    `visibility` is "public", "private" or "" when unknown. The person's words never show in `repr`.
    """

    text: str = field(repr=False)
    kind: str = "post"
    id: str = ""
    platform: str = ""
    lang: str | None = None
    owner: Owner = field(default=_NOBODY, repr=False)
    date: str = ""
    visibility: str = ""
    by_self: bool = True
    file: str = field(default="", repr=False)

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise ValueError(f"unknown kind of document: {self.kind!r}")
        object.__setattr__(self, "text", scrub(self.text))

"""About: what the person says of themselves beside their texts: what they seek, where, and what their profiles show.

It travels as one Document (kind profile, id ABOUT), so that a saved report holds it and every sentence can be made again from it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from audit.model.document import Document, Owner

ABOUT = "about"
TOP = "top."  # how the id starts of the text that stands first on a profile: pinned, or the newest
SEARCHES = ("apprenticeship", "placement", "job", "first_job", "summer_job", "training")
VISIBILITIES = ("public", "private")
# What a profile picture shows, as the person says it: codes of `identity.picture.*`, what helps first.
PICTURES = (
    "face", "smile", "plain", "far", "hidden", "group", "child", "avatar", "none", "swimwear", "party", "smoke", "gesture", "weapon",
)  # fmt: skip
_LONGEST = 80  # characters of a field
_WORDS = ("training", "domain", "town", "quality", "skill", "start")


@dataclass(frozen=True, slots=True)
class Account:
    """Who sees one account, and what its picture shows (codes of PICTURES)."""

    platform: str
    visibility: str = ""
    picture: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class About:
    """All optional: `search` is a code of SEARCHES, the others are the person's words (a diploma or school, a trade, a town …)."""

    training: str = field(default="", repr=False)
    search: str = ""
    domain: str = field(default="", repr=False)
    town: str = field(default="", repr=False)
    quality: str = field(default="", repr=False)
    skill: str = field(default="", repr=False)
    start: str = field(default="", repr=False)
    accounts: tuple[Account, ...] = ()

    @property
    def given(self) -> dict[str, str]:
        """The words and the search that were given, by name."""
        return {name: value for name in (*_WORDS, "search") if (value := getattr(self, name))}

    def to_document(self, owner: Owner) -> Document | None:
        """The Document that carries it; None when nothing was given."""
        lines = [f"{name}: {one_line(value)}" for name, value in self.given.items()]
        for account in self.accounts:
            if account.visibility or account.picture:
                lines.append(f"account: {account.platform} {account.visibility or '-'} {','.join(account.picture) or '-'}")
        return Document("\n".join(lines), kind="profile", id=ABOUT, owner=owner) if lines else None


def about_in(documents: Iterable[Document]) -> About:
    """What `to_document` wrote; a file may have been changed by hand, so that whatever is unknown is passed over."""
    text = next((document.text for document in documents if document.id == ABOUT and document.kind == "profile"), "")
    words: dict[str, str] = {}
    accounts: list[Account] = []
    for line in text.split("\n")[:60]:
        name, _, value = line.partition(": ")
        if name in _WORDS and value.strip():
            words.setdefault(name, one_line(value))
        elif name == "search" and value in SEARCHES:
            words.setdefault(name, value)
        elif name == "account" and (account := _account(value)):
            accounts.append(account)
    return About(**words, accounts=tuple(accounts))


def _account(value: str) -> Account | None:
    parts = value.split(" ")
    if len(parts) != 3 or not parts[0].isalnum():
        return None
    picture = tuple(code for code in PICTURES if code in parts[2].split(","))
    return Account(parts[0], parts[1] if parts[1] in VISIBILITIES else "", picture)


def one_line(text: str) -> str:
    """A field as one short line."""
    return " ".join(text.split())[:_LONGEST]

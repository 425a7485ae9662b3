"""What is already good, what is missing by platform, and models of bio and headline filled with what the person gave."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from audit.checks.identity.email import judge_email
from audit.checks.identity.folding import fold
from audit.checks.identity.handle import judge_handle
from audit.checks.identity.story.nouns import JOB, SCHOOL
from audit.checks.identity.story.tell import opens_section, tell
from audit.model import Account, Document, Owner, Strength

# What each place can hold that helps to find work; a private leisure account needs nothing.
WANTED = {
    "linkedin": ("headline", "training", "experience", "volunteering", "skills", "contact", "search"),
    "cv": ("training", "experience", "volunteering", "skills", "contact", "languages"),
    "github": ("headline", "contact"),
    "indeed": ("headline", "training", "experience", "skills"),
}
_SIGNS = {
    "headline": r"\b(?:etudiante?|bts|bac|cap|licence|master|recherche|alternance|apprenti\w*|vendeu\w+|developpeu\w+|serveu\w+|aide|assistant\w*|technicien\w*|stagiaire|en formation|diplomee?)\b",
    "volunteering": r"\b(?:benevol\w+|volontaire|service civique|association|secourisme|pompier volontaire|maraude|restos du coeur|croix[- ]rouge|scout\w*|delegue\w*|tutorat)\b",
    "skills": r"\b(?:competences?|skills|excel|word|pack office|permis|caces|bafa|psc1|sst|caisse|logiciels?|photoshop|python|html)\b",
    "languages": r"\b(?:anglais|espagnol|arabe|portugais|turc|italien|allemand|english|spanish|langues?|bilingue|toeic|b1|b2|c1)\b",
    "search": r"\b(?:recherche|cherche|disponible|a l'ecoute|open to work|alternance|stage|emploi|opportunite)\b",
    "reliability": r"\b(?:ponctuel\w*|serieu\w+|fiable|motivee?|rigoureu\w+|autonome|esprit d'equipe|travail en equipe)\b",
    "driving": r"\bpermis (?:b|am|a2)\b",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Missing:
    """`piece` is missing on `platform` ("cv" for the CV); `identity.add.PIECE` says what to write, with `words` the person gave for it."""

    platform: str
    piece: str
    words: Mapping[str, str] = field(default_factory=dict, repr=False)


@dataclass(frozen=True, slots=True)
class Model:
    """A model text: `identity.model.CODE` filled with `facts` (what the person gave); only models whose facts are all known are proposed."""

    code: str
    facts: dict[str, str] = field(default_factory=dict, repr=False)


@dataclass(frozen=True, slots=True)
class Additions:
    """Strengths first, then what is missing, then models."""

    strengths: tuple[Strength, ...] = ()
    missing: tuple[Missing, ...] = ()
    models: tuple[Model, ...] = ()


def to_add(documents: Iterable[Document], owner: Owner, given: dict[str, str] | None = None, accounts: Iterable[Account] = ()) -> Additions:
    """What the documents already show, what they lack, and models filled with `given` (training, search, domain, town, quality, skill, start).

    `accounts` say what profile pictures show: a clear face on a professional place is a strength, no picture there is a piece to add.
    """
    given = given or {}
    kept = [document for document in documents if document.by_self]
    strengths: dict[str, Strength] = {}
    missing: list[Missing] = []
    for document in kept:
        for strength in _strengths(document, owner):
            strengths.setdefault(strength.code, strength)
    for place, group in _places(kept).items():
        shown = set().union(*(_shown(document) for document in group))
        missing += [Missing(place, piece, _words(piece, given)) for piece in WANTED[place] if piece not in shown]
    for account in accounts:
        if "face" in account.picture and not set(account.picture) & _NO_FACE:
            strengths.setdefault("identity.good.picture", Strength("identity.good.picture", {"platform": account.platform}))
        elif account.platform in WANTED and set(account.picture) & _NO_FACE:
            missing.append(Missing(account.platform, "picture"))
    return Additions(tuple(strengths.values()), tuple(missing), models(given))


def _words(piece: str, given: Mapping[str, str]) -> dict[str, str]:
    """What the person gave for a piece that is missing: it only has to be copied there."""
    needs = {"training": ("training",), "search": ("search", "domain", "start"), "skills": ("skill",), "headline": ()}.get(piece, ())
    return {name: given[name] for name in needs if given.get(name)} if needs and given.get(needs[0]) else {}


def _places(documents: list[Document]) -> dict[str, list[Document]]:
    places: dict[str, list[Document]] = {}
    for document in documents:
        place = "cv" if document.kind == "cv" else document.platform if document.kind in ("bio", "profile") else ""
        if place in WANTED:
            places.setdefault(place, []).append(document)
    return places


def _shown(document: Document) -> set[str]:
    """The pieces that a CV, bio or profile already holds."""
    story, folded = tell(document), fold(document.text)
    shown = {piece for piece, pattern in _SIGNS.items() if re.search(pattern, folded)}
    if document.kind == "profile" and not re.search(_SIGNS["headline"], fold(_top(document.text))):
        shown.discard("headline")
    shown |= {"training"} if any(stay.kind == SCHOOL for stay in story.stays) else set()
    shown |= {"experience"} if any(stay.kind == JOB for stay in story.stays) else set()
    shown |= {"contact"} if story.emails or story.phones else set()
    return shown


def _top(text: str) -> str:
    """What a profile says under the name and before its first section: the headline stands there."""
    lines = [line for line in text.split("\n") if line.strip()][1:4]
    ends = next((index for index, line in enumerate(lines) if opens_section(line)), len(lines))
    return "\n".join(lines[:ends])


def _strengths(document: Document, owner: Owner) -> list[Strength]:
    if document.kind == "email":
        return [Strength("identity.good.email")] if judge_email(document.text, owner).verdict == "good" else []
    if document.kind == "handle":
        judged = judge_handle(document.text, document.platform, owner)
        return [Strength("identity.good.handle", {"platform": document.platform})] if judged.verdict == "good" else []
    if document.kind not in ("cv", "bio", "profile"):
        return []
    shown = _shown(document)
    pieces = ("training", "experience", "volunteering", "languages", "driving", "reliability")
    found = [Strength(f"identity.good.{piece}") for piece in pieces if piece in shown]
    if document.platform == "linkedin" and "headline" in shown:
        found.append(Strength("identity.good.headline"))
    return found


_NO_FACE = frozenset(["none", "avatar", "hidden", "far", "group", "child", "swimwear", "party", "smoke", "gesture", "weapon"])
_MODELS = {
    "headline_training": ("training", "search"),
    "headline_search": ("search", "town"),
    "headline_quality": ("training", "quality"),
    "bio_first_job": ("training", "town", "search", "quality"),
    "bio_skill": ("skill", "search", "town"),
    "bio_start": ("training", "search", "start"),
    "bio_short": ("training", "town"),
}


def models(given: dict[str, str]) -> tuple[Model, ...]:
    """The models that can be filled whole with what the person gave; never a model with a hole."""
    known = {key: value.strip() for key, value in given.items() if value and value.strip()}
    return tuple(
        Model(code, {key: known[key] for key in (*needs, *(("domain",) if "search" in needs and "domain" in known else ()))})
        for code, needs in _MODELS.items()
        if all(key in known for key in needs)
    )

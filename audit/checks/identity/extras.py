"""What the report keeps beside findings, as plain values (codes, numbers, the person's words): no sentence, language enters last."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import islice

from audit.checks.identity.first_screen import Screen, first_screen
from audit.checks.identity.folding import fold
from audit.checks.identity.joining import joined_handles
from audit.checks.identity.moving import moving_plan
from audit.checks.identity.search_kit import HOMONYMS, LOOK_AT, Link, removal_links, search_links
from audit.checks.identity.story.diplomas import options_of
from audit.checks.identity.story.nouns import SCHOOL, Stay
from audit.checks.identity.story.tell import tell
from audit.checks.identity.to_add import Additions, to_add
from audit.model import ABOUT, Document, Finding, Owner, Verdict, about_in

_HANDLES = 4  # handles that get search links
_WORDS = 60  # characters of a diploma or a town that still fit in a model
_LONGEST = 20_000  # characters of a CV or profile that are read for what to add
_STORIES = ("cv", "profile", "bio")
# What somebody says they look for, and their own word for how they work; read on the folded text.
_SEARCH = {
    "apprenticeship": r"\b(?:alternance|apprentissage|apprenticeship|patron pour)\b",
    "placement": r"\b(?:cherche|recherche|looking for|seeking)\b.{0,25}\b(?:stage|internship|placement)\b",
    "job": r"\b(?:cherche|recherche|looking for|seeking)\b.{0,25}\b(?:emploi|travail|poste|job|cdi|cdd)\b",
}
_QUALITIES = re.compile(r"\b(?:ponctuel(?:le)?|serieu(?:x|se)|fiable|motivee?|rigoureu(?:x|se)|autonome|punctual|reliable|motivated)\b")


def extras_of(documents: Sequence[Document], findings: Sequence[Finding], verdicts: Sequence[Verdict]) -> dict[str, object]:
    """The identity extras of one audit, as JSON values.

    moving: document id → steps; screens: first screens; good, missing, models: what to add; joined: handles of two worlds;
    search, removal: links nobody has fetched; look, homonyms: codes of `identity.look.*` and `identity.homonym.*`.
    """
    about = about_in(documents)
    kept = [document for document in documents if document.by_self and document.id != ABOUT]
    owner = next((document.owner for document in kept if document.owner.names), Owner())
    stories = [document for document in kept if document.kind in _STORIES and len(document.text) <= _LONGEST]
    given = {**given_in(stories), **about.given}  # what was said for this purpose comes before what was read
    addresses = [document for document in kept if document.kind in ("email", "handle")]
    links = search_links(owner, _handles(kept), given.get("town", ""), _address(kept))
    return {
        "moving": {one.document: _moving(one) for one in verdicts if one.kind == "email" and one.verdict != "good"},
        "screens": [_screen(screen) for screen in first_screen(kept, findings, about.accounts)],
        **_additions(to_add([*stories, *addresses], owner, given, about.accounts)),
        "joined": [{"handle": one.private, "platform": one.private_platform, "on": one.shown_on} for one in joined_handles(kept)],
        "search": [_link(link) for link in links],
        "removal": [_link(link) for link in removal_links()],
        "look": list(LOOK_AT),
        "homonyms": list(HOMONYMS) if owner.names else [],
    }


def _diploma(stay: Stay) -> str:
    """The diploma as written; LinkedIn parts it from its speciality ("Bac professionnel, Aménagements paysagers")."""
    return stay.title if options_of(stay.title) or len(stay.subject) > _WORDS else stay.subject


def given_in(documents: Sequence[Document]) -> dict[str, str]:
    """What CV, bio and profiles say that a model can be filled with: training, town, quality; `search` is a code, not a word."""
    given: dict[str, str] = {}
    for document in documents:
        story, folded = tell(document), fold(document.text)
        schools = sorted((stay for stay in story.stays if stay.kind == SCHOOL and stay.title), key=lambda stay: stay.span.years)
        if schools and len(named := _diploma(schools[-1])) <= _WORDS:
            given.setdefault("training", named)
        if story.city and len(story.city.text) <= _WORDS:
            given.setdefault("town", story.city.text)
        search = next((code for code, pattern in _SEARCH.items() if re.search(pattern, folded)), "")
        if search:
            given.setdefault("search", search)
        quality = _QUALITIES.search(folded)
        if quality and len(folded) == len(document.text):
            given.setdefault("quality", document.text[quality.start() : quality.end()].casefold())
    return given


def _handles(documents: Sequence[Document]) -> list[str]:
    texts = dict.fromkeys(document.text for document in documents if document.kind == "handle")
    return list(islice(texts, _HANDLES))


def _address(documents: Sequence[Document]) -> str:
    return next((document.text for document in documents if document.kind == "email" and "@" in document.text), "")


def _moving(verdict: Verdict) -> list[dict[str, object]]:
    return [{"code": step.code, "minutes": step.minutes} for step in moving_plan(verdict.verdict, verdict.reasons)]


def _screen(screen: Screen) -> dict[str, object]:
    seen = [{"what": one.what, "document": one.document, "findings": list(one.findings)} for one in screen.seen]
    return {"platform": screen.platform, "visibility": screen.visibility, "picture": list(screen.picture), "seen": seen}


def _additions(additions: Additions) -> dict[str, object]:
    """Strengths and pieces once each; one headline and one bio are models enough."""
    good: dict[str, str] = {}
    for strength in additions.strengths:
        good.setdefault(strength.code.rpartition(".")[2], str(strength.facts.get("platform", "")))
    missing: dict[str, list[str]] = {}
    words: dict[str, Mapping[str, str]] = {}
    for one in additions.missing:
        missing.setdefault(one.piece, []).append(one.platform)
        words[one.piece] = one.words
    first: dict[str, Mapping[str, object]] = {}
    for model in additions.models:
        first.setdefault(model.code.partition("_")[0], {"code": model.code, "facts": dict(model.facts)})
    return {
        "good": [{"code": code, "platform": platform} for code, platform in good.items()],
        "missing": [{"piece": piece, "places": places, "words": dict(words[piece])} for piece, places in missing.items()],
        "models": list(first.values()),
    }


def _link(link: Link) -> dict[str, object]:
    return {"group": link.group, "engine": link.engine, "query": link.query, "url": link.url}

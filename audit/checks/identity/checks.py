"""Addresses, handles and contradictions as checks: each reason becomes a hit of the rule of that name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from audit.checks.identity.email import judge_email
from audit.checks.identity.handle import judge_handle
from audit.checks.identity.judged import REASONS, SHOWN_WHEN_SPARED, Judged
from audit.checks.identity.story import Contradiction, compare
from audit.checks.identity.story.nouns import TOPICS
from audit.checks.registry import Check, Checked, Found
from audit.model import Document, Match, Owner, Verdict
from audit.text import Reading


def check_email(reading: Reading) -> Checked:
    """The verdict on an address, and a hit for each of its reasons."""
    return _checked(reading, judge_email(reading.text, reading.document.owner))


def check_handle(reading: Reading) -> Checked:
    """The verdict on a handle, and a hit for each of its reasons."""
    document = reading.document
    return _checked(reading, judge_handle(reading.text, document.platform, document.owner))


def _checked(reading: Reading, judged: Judged) -> Checked:
    document = reading.document
    verdict = Verdict(document.id, document.kind, judged.verdict, judged.reasons, judged.suggestions)
    facts = {"verdict": judged.verdict, "suggestions": judged.suggestions}
    whole = (0, len(reading.text))
    found = [Found(reason, *judged.spans.get(reason, whole), facts) for reason in judged.reasons]
    # What a game or a refusal spared is shown with its reason. What a name spared is not: a name is nothing at all.
    found += [Found(one.code, *one.span, {"spared": one.because}) for one in judged.set_aside if one.because in SHOWN_WHEN_SPARED]
    return Checked(tuple(found), verdict)


EMAIL = Check(("email",), REASONS, check_email)
HANDLE = Check(("handle",), REASONS, check_handle)


# A pasted text may hold the CV and a profile: a line "=== linkedin ===" starts what the profile says.
_PLACE = re.compile(r"^[ \t]*={3,}[ \t]*(?P<platform>[^=\n]{2,30}?)[ \t]*={3,}[ \t]*$", re.M)


def check_consistency(reading: Reading) -> Iterator[Found]:
    """The contradictions inside one pasted text that holds a CV and, after a line "=== linkedin ===", a profile."""
    text = reading.text
    marks = list(_PLACE.finditer(text))
    if not marks:
        return
    owner = reading.document.owner
    documents = [Document(text[: marks[0].start()], "cv", "0", owner=owner, file="cv")]
    offsets = {"0": 0}
    for number, (mark, following) in enumerate(zip(marks, [*marks[1:], None], strict=True), 1):
        end = following.start() if following else len(text)
        documents.append(Document(text[mark.end() : end], "profile", str(number), mark["platform"].casefold(), owner=owner))
        offsets[str(number)] = mark.end()
    for found in compare(documents, owner):
        shift = offsets[found.left.document]
        yield Found(found.topic, found.left.start + shift, found.left.end + shift, facts_of(found))


def facts_of(found: Contradiction) -> dict[str, object]:
    """What the sentences and the side-by-side view of a contradiction need."""
    sides = {
        side: {"platform": said.platform, "document": said.document, "text": said.text, "short": _short(found.facts, side)}
        for side, said in (("left", found.left), ("right", found.right))
    }
    return {**{key: value for key, value in found.facts.items() if key not in sides}, "sides": sides}


def _short(facts: Mapping[str, object], side: str) -> str:
    """What only this side says, in a few characters ("2021", "Kiabi"); "" when only the whole words tell it."""
    here, there = facts.get(side), facts.get("right" if side == "left" else "left")
    if isinstance(here, list) and isinstance(there, list):
        alone = [year for year in here if year not in there]
        return " - ".join(str(year) for year in (alone if alone and set(there) - set(here) else here))
    return str(here) if here else ""


def matches_between(documents: Iterable[Document], owner: Owner) -> list[tuple[str, Match]]:
    """(document id, Match) for every contradiction between documents, each pointing at the left side's words."""
    return [
        (found.left.document, Match(found.rule, found.left.start, found.left.end, facts_of(found))) for found in compare(documents, owner)
    ]


CONSISTENCY = Check(("cv",), TOPICS, check_consistency)

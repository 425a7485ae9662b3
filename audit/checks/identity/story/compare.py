"""Compares what CV and profiles tell, and shows side by side what cannot both be right."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import combinations, product

from audit.checks.identity.folding import fold
from audit.checks.identity.story import diplomas, person, titles
from audit.checks.identity.story.dates import differ, joined, overlap, touch
from audit.checks.identity.story.nouns import JOB, SCHOOL, Contradiction, Said, Span, Stay, Story
from audit.checks.identity.story.tell import is_school, tell
from audit.model import ABOUT, Document, Owner

KINDS = ("cv", "profile", "bio")
PROFESSIONAL = ("linkedin", "indeed", "hellowork", "xing", "malt", "francetravail")
_PAIRED = 3.0  # what a pair of stays must score to be held for the same one


def compare(documents: Iterable[Document], owner: Owner) -> list[Contradiction]:
    """What two of the person's documents do not say alike: contradictions first, then what one of them lacks.

    Documents of kind cv, profile or bio written by the person are read; those of one place (a file, a platform) tell one story.
    """
    stories = _stories(document for document in documents if document.kind in KINDS and document.by_self)
    found: dict[tuple, Contradiction] = {}
    said_town = False  # two documents that agree against what was said here are one question
    for one, two in combinations(stories, 2):
        if two.kind == "about":
            if said_town or not one.city:
                continue
            said_town = True
        for contradiction in _between(one, two, owner):
            key = (contradiction.topic, _key(contradiction.left), _key(contradiction.right))
            found.setdefault(key, contradiction)
    return sorted(found.values(), key=lambda one: one.topic == "missing")


def _key(said: Said) -> tuple[str, str, str]:
    return said.platform, said.file, " ".join(fold(said.text).split())


def _stories(documents: Iterable[Document]) -> list[Story]:
    """One story for each CV file and each platform; the CV first."""
    merged: dict[tuple[str, str], Story] = {}
    for document in documents:
        if document.id == ABOUT:
            merged["about", ABOUT] = _about(document)
            continue
        place = (
            ("cv", document.file or document.id)
            if document.kind == "cv"
            else ("profile", document.platform or document.file or document.id)
        )
        story = tell(document)
        known = merged.get(place)
        merged[place] = story if known is None else _merge(known, story)
    order = ("cv", "profile", "about")
    return [merged[place] for place in sorted(merged, key=lambda place: order.index(place[0]))]


def _about(document: Document) -> Story:
    """What the person says of themselves here tells a town, and nothing that a CV could contradict otherwise."""
    found = re.search(r"^town: (.+)$", document.text, re.M)
    city = Said(document.id, "", "", found[1], found.start(1), found.end(1)) if found else None
    return Story(document.id, "", "about", city=city)


def _merge(one: Story, two: Story) -> Story:
    return replace(
        one,
        stays=one.stays + two.stays,
        name=one.name or two.name,
        city=one.city or two.city,
        city_line=one.city_line if one.city else two.city_line,
        emails=one.emails + two.emails,
        phones=one.phones + two.phones,
    )


def _between(one: Story, two: Story, owner: Owner) -> Iterator[Contradiction]:
    if one.name and two.name and not person.same_name(one.name.text, two.name.text):
        yield Contradiction("name", one.name, two.name, {"owner": bool(owner.names)})
    if one.city and two.city and not person.same_city(one, two):
        yield Contradiction("city", one.city, two.city)
    yield from _contacts(one, two)
    left_over: list[tuple[Stay, Story]] = []
    for kind in (JOB, SCHOOL):
        pairs, lone_left, lone_right = _pair(
            [stay for stay in one.stays if stay.kind == kind], [stay for stay in two.stays if stay.kind == kind]
        )
        for left, right in pairs:
            alone = [*lone_left, *_studied_at_work(kind, one)], [*lone_right, *_studied_at_work(kind, two)]
            beside = [left, *_beside(left, alone[0])], [right, *_beside(right, alone[1])]
            yield from _stays(left, right, *(joined(stay.span for stay in stays) for stays in beside))
        if {one.platform, two.platform} & set(PROFESSIONAL) and pairs:
            told_left, told_right = [left for left, _ in pairs], [right for _, right in pairs]
            left_over += [(stay, two) for stay in lone_left if not any(_goes_on(stay, told) for told in told_left)]
            left_over += [(stay, one) for stay in lone_right if not any(_goes_on(stay, told) for told in told_right)]
    for stay, other in left_over:
        if _weighs(stay):
            yield Contradiction("missing", stay.said, Said(other.document, other.platform, "", ""), {"kind": stay.kind})


def _contacts(one: Story, two: Story) -> Iterator[Contradiction]:
    left, right = {fold(said.text): said for said in one.emails}, {fold(said.text): said for said in two.emails}
    if left and right and not left.keys() & right.keys():
        yield Contradiction("email", one.emails[0], two.emails[0])
    left, right = {person.number_of(said.text): said for said in one.phones}, {person.number_of(said.text): said for said in two.phones}
    if left and right and not left.keys() & right.keys():
        yield Contradiction("phone", one.phones[0], two.phones[0])


def _pair(left: list[Stay], right: list[Stay]) -> tuple[list[tuple[Stay, Stay]], list[Stay], list[Stay]]:
    """The stays that are the same one told twice, best matches first, and those left alone on each side."""
    scores = sorted(((-_likeness(one, two), i, j) for i, one in enumerate(left) for j, two in enumerate(right)))
    pairs, used_left, used_right = [], set(), set()
    for score, i, j in scores:
        if -score < _PAIRED:
            break
        if i not in used_left and j not in used_right:
            pairs.append((left[i], right[j]))
            used_left.add(i)
            used_right.add(j)
    return pairs, [stay for i, stay in enumerate(left) if i not in used_left], [stay for j, stay in enumerate(right) if j not in used_right]


def _likeness(one: Stay, two: Stay) -> float:
    score = 0.0
    place = _same_place(one, two)
    if place:
        score += 3.0
    if one.kind == JOB:
        alike = _alike(one, two)
    else:
        alike = bool(one.level) and one.level == two.level and diplomas.same_option(one.subject, two.subject)
    score += 1.2 * alike
    score += 0.6 * overlap(one.span, two.span)
    if not _differ(one, one.span, two.span):
        score += 1.4
    if not place and one.place and two.place:
        told_whole = (one.span.end and two.span.end) or (
            one.span.still and two.span.still and one.span.start.month and two.span.start.month
        )
        return score if alike and told_whole and not _differ(one, one.span, two.span) else 0.0
    return score if place or alike else 0.0


def _differ(stay: Stay, one: Span, two: Span) -> bool:
    """Whether two spans of stays of this kind differ: a school year has no exact first and last month."""
    return differ(one, two, slack=1 if stay.kind == JOB else 5)


def _same_place(one: Stay, two: Stay) -> bool:
    """The place of one stands somewhere among the words of the other."""
    return any(titles.same_place(one.place, segment) for segment in (two.place, *two.segments)) or any(
        titles.same_place(two.place, segment) for segment in one.segments
    )


def _alike(one: Stay, two: Stay) -> bool:
    """Whether the titles, or a title and the words of the other, surely name one job."""
    return (
        titles.alike(one.title, two.title)
        or titles.alike(one.title, " ".join(two.segments))
        or titles.alike(two.title, " ".join(one.segments))
    )


def _same_title(one: Stay, two: Stay) -> bool:
    """Whether the titles may be one job: they, or a word of one among the words of the other; a step in rank is a difference."""
    return not titles.raised(one.title, two.title) and (titles.same_title(one.title, two.title) or _alike(one, two))


def _beside(stay: Stay, alone: list[Stay]) -> list[Stay]:
    """The stays that nobody paired and that tell more of `stay`: one year of studies a line, two posts with one employer."""
    return [other for other in alone if _goes_on(other, stay)]


def _studied_at_work(kind: str, story: Story) -> list[Stay]:
    """Beside jobs, the studies of a story: an apprentice may name the employer there ("CAP Coiffure, salon Tchip")."""
    return [stay for stay in story.stays if stay.kind == SCHOOL] if kind == JOB else []


def _goes_on(one: Stay, two: Stay) -> bool:
    """Whether two stays of one document may be told as one: one place, one after the other, and for studies one diploma."""
    if not (touch(one.span, two.span) or touch(two.span, one.span)) or not one.place or not _same_place(one, two):
        return False
    return (
        one.kind != two.kind
        or one.kind == JOB
        or (diplomas.same_level(one.level, two.level) and diplomas.same_option(one.subject, two.subject))
    )


def _stays(left: Stay, right: Stay, whole_left: Span, whole_right: Span) -> Iterator[Contradiction]:
    """What a pair says unlike; `whole_left` and `whole_right` span the stays beside them that go on with them."""
    facts = {"kind": left.kind}
    ways = product({left.span, whole_left}, {right.span, whole_right})
    if all(_differ(left, here, there) for here, there in ways):
        years = sorted({*_years(left), *_years(right)})
        yield Contradiction("dates", left.said, right.said, {**facts, "left": _years(left), "right": _years(right), "years": years})
    if left.place and right.place and not _same_place(left, right) and _may_ask_for_place(left, right):
        yield Contradiction("employer", left.said, right.said, {**facts, "left": left.place, "right": right.place})
    if left.kind == JOB:
        if left.title and right.title and not _same_title(left, right):
            yield Contradiction("title", left.said, right.said, {**facts, "left": left.title, "right": right.title})
        return
    if (
        left.level
        and right.level
        and not (diplomas.same_level(left.level, right.level) and diplomas.same_option(left.subject, right.subject))
    ):
        yield Contradiction("diploma", left.said, right.said, {**facts, "left": left.title, "right": right.title})
    elif left.status and right.status and left.status != right.status:
        yield Contradiction("diploma_status", left.said, right.said, facts)


def _may_ask_for_place(left: Stay, right: Stay) -> bool:
    """Whether two names must be two places: not an agency beside the firm it lent to, nor an apprentice's school beside the employer."""
    if titles.is_nameless(left.place) or titles.is_nameless(right.place):
        return False
    if left.kind == SCHOOL:
        return is_school(left.place) and is_school(right.place)
    if titles.is_agency(left.said.text) or titles.is_agency(right.said.text):
        return False
    return is_school(left.place) == is_school(right.place) and not titles.share_a_name(left.place, right.place)


def _years(stay: Stay) -> list[int]:
    end = stay.span.end
    return [stay.span.start.year, *([end.year] if end else [])]


def _weighs(stay: Stay) -> bool:
    """Whether leaving this stay out deserves a word: no internship, no summer job, no school before the last diploma."""
    if stay.kind == SCHOOL:
        return stay.level not in ("", "brevet", "bac", "bac_pro", "bac_techno")
    if titles.rank_of(stay.said.text) < 2 or (stay.span.end is None and not stay.span.still):
        return False
    end = stay.span.end
    if end and end.month and stay.span.start.month:
        return (end.year - stay.span.start.year) * 12 + end.month - stay.span.start.month >= 4
    return end is None or end.year > stay.span.start.year

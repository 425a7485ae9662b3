"""What workers do for the page: read, audit, make sentences, print. Each function takes and gives plain values.

Nothing is imported before it is needed: the page imports this file too, for the nouns.
"""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from audit.model import TOP, About, Document, Owner, Problem, Report

if TYPE_CHECKING:
    from audit.model import Rule
    from audit.render.view import View
    from audit.report.review import Review
    from audit.sources.links import PageResult

FORMS = ("pdf", "html", "docx", "xlsx", "csv", "json")
STARTS = 12  # posts whose first words are shown before the audit
START_LENGTH = 70


@dataclass(frozen=True, slots=True)
class Given:
    """What the person gave: (platform, handle) pairs, (kind, pasted text, platform) rows, the documents of each file, records of profiles."""

    owner: Owner = field(repr=False)
    email: str = field(repr=False)
    handles: tuple[tuple[str, str], ...] = field(repr=False)
    texts: tuple[tuple[str, str, str], ...] = field(repr=False)
    files: tuple[tuple[Document, ...], ...] = field(default=(), repr=False)
    profiles: tuple[dict[str, object], ...] = field(default=(), repr=False)
    tops: tuple[tuple[str, str], ...] = field(default=(), repr=False)  # (platform, the text that stands on top of that profile)
    about: About = field(default_factory=About, repr=False)


@dataclass(frozen=True, slots=True)
class RuleCard:
    """One rule in one language, with its examples as (text, marks)."""

    id: str
    lang: str
    title: str
    category: str
    severity: str
    certainty: str
    counts: bool
    why: str
    why_fine: str
    advice: str
    instead: str
    found: tuple[tuple[str, tuple[tuple[int, int], ...]], ...]
    review: tuple[tuple[str, tuple[tuple[int, int], ...]], ...]
    spared: tuple[str, ...]
    references: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RulePage:
    """Some rules of a search: `total` is how many were found, `categories` all (id, title) pairs that have a rule."""

    total: int
    of: int
    cards: tuple[RuleCard, ...]
    categories: tuple[tuple[str, str], ...]


def warm() -> None:
    """Loads the engine and what prints, and audits two sentences, so that the first person does not wait."""
    for text, lang in (("Je vais bien, putain, mais mon chef m'a énervé.", "fr"), ("I hate this fucking job, he said.", "en")):
        report = audit([Document(text, kind="post", id="text1")])
        view(report, lang)
    with contextlib.suppress(Exception):  # printing fails again, with its code, when it is asked for
        for form in ("pdf", "xlsx", "html"):
            render(report, form, "fr")


def audit(documents: Sequence[Document]) -> Report:
    """The report of some documents."""
    from audit.pipeline import prepare, run_audit

    return run_audit(documents, prepare())


def view(report: Report, lang: str, review: Review | None = None, owner: Owner | None = None) -> View:
    """The report in words."""
    from audit.pipeline import prepare
    from audit.render.view import make_view
    from audit.sources.links import card

    rulebook = prepare().rulebook
    return make_view(report, lang, rulebook.rules, rulebook.categories, cues=rulebook.cues, review=review, owner=owner, card=card)


def audit_given(given: Given, lang: str, review: Review | None) -> tuple[Report, View]:
    """From what the person gave to the report and its words: the answer to "Faire mon bilan"."""
    report = audit(documents(given))
    if given.profiles:
        report = replace(report, extras={**report.extras, "profiles": list(given.profiles)})
    return report, view(report, lang, review, given.owner)


def documents(given: Given) -> list[Document]:
    """Everything the person gave, as Documents whose ids do not clash."""
    from audit.sources.identifiers import identifiers
    from audit.sources.paste import paste

    found = identifiers(given.email, given.handles, given.owner)
    pasted: list[Document] = []
    for kind, text, platform in given.texts:
        for document in paste([(kind, text)], given.owner):
            pasted.append(replace(document, id=f"text{len(pasted) + 1}", platform=platform))
    found += pasted
    for number, (platform, text) in enumerate(given.tops, 1):
        if text.strip():
            found.append(Document(text, id=f"{TOP}{number}", platform=platform, owner=given.owner))
    for number, file in enumerate(given.files, 1):
        found += [replace(document, id=f"f{number}.{document.id}", owner=given.owner) for document in file]
    who = {account.platform: account.visibility for account in given.about.accounts}
    found = [replace(one, visibility=one.visibility or who.get(one.platform, "")) for one in found]
    about = given.about.to_document(given.owner)
    return [*found, about] if about else found


def render(report: Report, form: str, lang: str, review: Review | None = None, owner: Owner | None = None, quotes: bool = False) -> bytes:
    """The report as a file: `form` is one of FORMS. `quotes` prints the person's own words too."""
    if form == "json":
        from audit.render.to_json import to_json

        return to_json(report, review).encode("utf-8")
    words = view(report, lang, review, owner)
    if form == "pdf":
        from audit.render.to_pdf import to_pdf

        return to_pdf(words, quotes)
    if form == "html":
        from audit.render.to_html import to_html

        return to_html(words, quotes).encode("utf-8")
    if form == "docx":
        from audit.render.to_docx import to_docx

        return to_docx(words, quotes)
    from audit.render import to_table

    return {"csv": to_table.to_csv, "xlsx": to_table.to_xlsx}[form](words, quotes)


def load(data: bytes) -> tuple[Report, Review, Owner] | None:
    """A saved report with its decisions and its owner; None when the file is no report."""
    from audit.checks.identity.extras import extras_of
    from audit.render.to_json import ReportError, from_json, saved_review
    from audit.report.review import Review

    try:
        report, review = from_json(data), Review.from_dict(saved_review(data))
    except ReportError:
        return None
    # Links and steps are worked out again: a file from somebody else must not choose where a link leads.
    extras = extras_of(report.documents, report.findings, report.verdicts)
    if profiles := report.extras.get("profiles"):  # shown as text, never followed
        extras["profiles"] = profiles
    report = replace(report, extras=extras)
    return report, review, next((document.owner for document in report.documents if document.owner.names), Owner())


def preview(kind: str, pasted: str) -> tuple[int, tuple[str, ...]]:
    """How many posts a pasted text holds, and the first words of the first ones."""
    from audit.sources.paste import paste

    posts = paste([(kind, pasted)])
    return len(posts), tuple(_start(post.text) for post in posts[:STARTS])


def _start(text: str) -> str:
    line = " ".join(text[: 4 * START_LENGTH].split())
    return line if len(line) <= START_LENGTH else f"{line[:START_LENGTH].rstrip()}…"


def read_upload(data: bytes) -> tuple[list[Document], list[Problem]]:
    """What an uploaded file holds: a CV in PDF or Word, the LinkedIn archive, or posts in plain text."""
    from audit.sources.files import read_file

    brought = read_file(data)
    return list(brought.documents), list(brought.problems)


def read_saved_page(data: bytes) -> PageResult:
    """What a profile page says that the person saved from their own browser (HTML or MHTML)."""
    from audit.sources.links import read_saved

    return read_saved(data)


def rules(lang: str, query: str = "", category: str = "", pack: str = "", start: int = 0, size: int = 10) -> RulePage:
    """The rules that hold every word of `query`, of one category and one pack ("fr", "en", "any") if given; `size` of them."""
    from audit.folded import plain
    from audit.pipeline import prepare

    book = prepare().rulebook
    words = plain(query).split()[:8]
    found = [
        rule
        for rule in book.rules.values()
        if category in ("", rule.category) and pack in ("", rule.lang) and all(word in _haystack(rule, lang) for word in words)
    ]
    order = list(book.categories)
    found.sort(key=lambda rule: (order.index(rule.category), rule.lang != lang, rule.id))
    used = {rule.category for rule in book.rules.values()}
    titles = tuple((id_, kind.title[lang]) for id_, kind in book.categories.items() if id_ in used)
    cards = tuple(_rule_card(rule, lang) for rule in found[start : start + size])
    return RulePage(len(found), len(book.rules), cards, titles)


def _haystack(rule: Rule, lang: str) -> str:
    from audit.folded import plain
    from audit.pipeline import prepare

    key = (rule.id, lang)
    if key not in _FOLDED:
        title = prepare().rulebook.categories[rule.category].title[lang]
        examples = " ".join((*rule.examples.flag, *rule.examples.review)).replace("[[", "").replace("]]", "")
        _FOLDED[key] = plain(" ".join((rule.id, rule.title[lang], title, rule.why[lang], rule.advice[lang], examples)))
    return _FOLDED[key]


_FOLDED: dict[tuple[str, str], str] = {}  # rules only: no person's words


def _rule_card(rule: Rule, lang: str) -> RuleCard:
    from audit.pipeline import prepare
    from audit.rulebook.marks import unmark

    kind = prepare().rulebook.categories[rule.category]
    return RuleCard(
        id=rule.id,
        lang=rule.lang,
        title=rule.title[lang],
        category=kind.title[lang],
        severity=rule.severity,
        certainty=rule.certainty,
        counts=kind.counts,
        why=rule.why[lang],
        why_fine=kind.why_fine[lang],
        advice=rule.advice[lang],
        instead=rule.instead[lang] if rule.instead else "",
        found=tuple(unmark(example) for example in rule.examples.flag[:3]),
        review=tuple(unmark(example) for example in rule.examples.review[:2]),
        spared=tuple(unmark(example)[0] for example in rule.examples.passes[:3]),
        references=rule.references,
    )

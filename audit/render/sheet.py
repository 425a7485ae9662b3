"""What stands on paper, and nothing else: page 1 for the person, page 2 for the counsellor, then what did not fit.

HTML, PDF, DOCX and plain text all print this Sheet, so that what is kept off paper is decided here, once: no quotes and no
addresses unless asked for, never a private or a distress finding, the first name only.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from audit.i18n import say
from audit.render.nouns import Action, Doubt, HelpLine, ReasonLine, Right, View
from audit.render.settings import Settings, make_settings

LATER = 8  # further actions on page 1; the rest goes to the last page
REASONS = 8
DOUBTS = 5
NOTES = 3  # what could not be checked, said on page 1
MAX_NAME = 40  # characters of a first name
MAX_QUOTE = 120  # characters of one quote
PIECES = 4  # things to add
MAX_QUOTES = 3  # quotes beside one action


@dataclass(frozen=True, slots=True)
class Box:
    """A box to tick by hand; `ticked` when it was ticked on screen."""

    label: str
    ticked: bool = False


@dataclass(frozen=True, slots=True)
class PaperAction:
    """One action on paper. `quotes` are empty unless they were asked for."""

    title: str
    advice: str
    where: str
    note: str
    boxes: tuple[Box, ...]
    quotes: tuple[str, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class Section:
    """A small block: sentences, boxes to tick, and a label in front of an empty line to write on."""

    title: str
    lines: tuple[str, ...] = field(default=(), repr=False)
    boxes: tuple[Box, ...] = ()
    blank: str = ""


@dataclass(frozen=True, slots=True)
class CounsellorSheet:
    """Page 2."""

    title: str
    intro: str
    reasons_title: str
    reasons: tuple[ReasonLine, ...]
    reasons_more: str
    doubts_title: str
    doubts_intro: str
    doubts: tuple[Doubt, ...]
    not_checked: tuple[str, ...]
    kept_out: str
    rights_title: str
    rights: tuple[Right, ...]
    rights_note: str
    help_title: str
    help: tuple[HelpLine, ...]
    next: str
    notes: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """The whole paper, in one language."""

    lang: str
    file_title: str
    title: str
    first_name: str = field(repr=False)
    date: str
    with_label: str
    nothing_stored: str
    good_title: str
    strengths: tuple[str, ...]
    today_title: str
    today: tuple[PaperAction, ...]
    where_label: str
    nothing_to_do: str
    later_title: str
    later: tuple[PaperAction, ...]
    more: str
    notes: tuple[str, ...]
    sections: tuple[Section, ...]
    counsellor: CounsellorSheet
    annex_title: str
    annex: tuple[PaperAction, ...]
    settings: Settings
    made_by: str


def make_sheet(view: View, quotes: bool = False) -> Sheet:
    """The paper of a view; with `quotes`, the person's own words stand beside each action."""
    lang = view.lang
    today = tuple(_action(action, lang, quotes) for action in view.plan.today)
    rest = tuple(_action(action, lang, quotes) for action in view.plan.rest)
    annex = rest[LATER:]
    return Sheet(
        lang=lang,
        file_title=say("print.title_file", lang),
        title=say("print.title", lang),
        first_name=_short(view.first_name, MAX_NAME),
        date=say("print.date", lang, date=view.date),
        with_label=say("print.with", lang),
        nothing_stored=say("print.nothing_stored", lang),
        good_title=say("print.good", lang),
        strengths=view.strengths,
        today_title=say(("print.today_none", "print.today_one", "print.today_two", "print.today")[len(today)], lang),
        today=today,
        where_label=say("print.where", lang),
        nothing_to_do="" if today else say("print.nothing_to_do" if _looked(view) else "print.nothing_looked", lang),
        later_title=say("print.later", lang),
        later=rest[:LATER],
        more=say("print.more", lang, n=len(annex)) if annex else "",
        notes=view.notes[:NOTES],
        sections=(_email(view, quotes), *_checks(view, quotes)),
        counsellor=_counsellor(view, quotes),
        annex_title=say("print.annex", lang),
        annex=annex,
        settings=make_settings(view),
        made_by=say("print.made_by", lang),
    )


def _looked(view: View) -> bool:
    return any(area.state != "not_checked" for area in view.areas)


def _short(text: str, limit: int) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= limit else flat[: limit - 1].rstrip() + "…"


def _action(action: Action, lang: str, quotes: bool) -> PaperAction:
    words = action.words[:MAX_QUOTES] if quotes else ()
    return PaperAction(
        title=action.title,
        advice=action.advice,
        where=action.where,
        note=say("print.doubtful", lang) if action.doubtful else "",
        boxes=tuple(Box(say(f"print.box.{name}", lang), action.decision == name) for name in ("done", "discuss", "keep")),
        quotes=tuple(f"« {_short(word, MAX_QUOTE)} »" if lang == "fr" else f"“{_short(word, MAX_QUOTE)}”" for word in words),
    )


def _email(view: View, quotes: bool) -> Section:
    lang = view.lang
    lines: list[str] = []
    addresses = [verdict for verdict in view.verdicts if verdict.kind == "email"]
    for verdict in addresses:
        lines.append(f"{_short(verdict.text, MAX_QUOTE)} · {verdict.verdict_label}" if quotes else verdict.verdict_label)
    if not addresses:
        lines.append(say("print.email.none", lang))
    if addresses and all(verdict.verdict == "good" for verdict in addresses):
        return Section(say("print.email", lang), tuple(lines), _boxes(lang, "email", ("cv", "france_travail", "mission")))
    lines.append(say("print.email.model", lang))
    ideas = [_short(idea, MAX_QUOTE) for verdict in addresses for idea in verdict.suggestions]
    if quotes and ideas:
        lines.append(say("print.email.ideas", lang) + ", ".join(ideas[:3]))
    boxes = _boxes(lang, "email", ("created", "cv", "france_travail", "mission", "linkedin", "test"))
    return Section(say("print.email", lang), tuple(lines), boxes, say("print.email.new", lang))


def _checks(view: View, quotes: bool) -> tuple[Section, ...]:
    """What everybody can check alone; what to add is named when it is known. A model holds the person's words."""
    lang, four, known = view.lang, ("1", "2", "3", "4"), view.identity
    add = tuple(Box(piece) for piece in known.pieces[:PIECES]) or _boxes(lang, "add", four)
    models = tuple(_short(model, MAX_QUOTE) for model in known.models[:1]) if quotes else ()
    return (
        Section(say("print.search", lang), (), _boxes(lang, "search", four)),
        Section(say("print.see", lang), known.joined_short[:1], _boxes(lang, "see", four), say("print.see.blank", lang)),
        Section(say("print.add", lang), models, add),
    )


def _boxes(lang: str, group: str, names: tuple[str, ...]) -> tuple[Box, ...]:
    return tuple(Box(say(f"print.{group}.{name}", lang)) for name in names)


def _counsellor(view: View, quotes: bool) -> CounsellorSheet:
    lang, page = view.lang, view.counsellor
    not_checked = (
        (say("print.not_checked", lang, areas=", ".join(page.not_checked)), say("print.not_checked.meaning", lang))
        if page.not_checked
        else ()
    )
    hidden = len(page.reasons) - REASONS
    doubts_left = len(page.doubtful) - DOUBTS
    intro = say("print.doubts.intro" if page.doubtful else "print.doubts.none", lang)
    if doubts_left > 0:
        intro = f"{intro} {say('print.doubts.more', lang, n=doubts_left)}"
    return CounsellorSheet(
        title=say("print.counsellor", lang),
        intro=say("print.counsellor.intro", lang),
        reasons_title=say("print.reasons", lang),
        reasons=page.reasons[:REASONS],
        reasons_more=say("print.reasons.more", lang, n=hidden) if hidden > 0 else "" if page.reasons else say("print.reasons.none", lang),
        doubts_title=say("print.doubts", lang),
        doubts_intro=intro,
        doubts=page.doubtful[:DOUBTS],
        not_checked=not_checked,
        kept_out=say("print.with_quotes" if quotes else "print.kept_out", lang),
        rights_title=say("print.rights", lang),
        rights=page.rights,
        rights_note=say("print.rights.note", lang, date=page.rights_date),
        help_title=say("print.help", lang),
        help=page.help,
        next=say("print.next", lang),
        notes=say("print.notes", lang),
    )

"""What a View is made of: plain sentences in one language, ready to be shown or printed."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class CueView:
    """Why context changed a finding: `about` is our sentence, `words` are the person's."""

    name: str
    about: str
    words: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class SideView:
    """One side of a contradiction: `where` it stands ("Sur ton CV"), and the person's words there."""

    where: str
    words: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Card:
    """One finding. `before`, `words`, `after` are the person's sentence in three, `words` is what was found.

    `key` is the finding's (decisions belong to it; the same words twice share it); `anchor` is unique in the view.
    `why` is what a recruiter may think, `why_fine` why it may be no problem; `instead` may be "".
    A contradiction has its two `sides` and a `question`; a writing fault its `corrections` ("envoi → envoie").
    """

    key: str
    anchor: str
    rule: str
    category: str
    category_title: str
    title: str
    severity: str
    severity_label: str
    outcome: str
    outcome_label: str
    document: str
    document_label: str
    before: str = field(repr=False)
    words: str = field(repr=False)
    after: str = field(repr=False)
    why: str
    why_fine: str
    advice: str
    instead: str
    cues: tuple[CueView, ...] = ()
    decision: str = ""
    decision_label: str = ""
    note: str = field(default="", repr=False)
    question: str = field(default="", repr=False)
    sides: tuple[SideView, ...] = ()
    corrections: tuple[str, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class AreaView:
    """One area: `state` is change_first, improve, nothing_found or not_checked; `progress` e.g. "2 sur 3 faits" or ""."""

    id: str
    title: str
    state: str
    state_label: str
    cards: tuple[Card, ...] = ()
    progress: str = ""


@dataclass(frozen=True, slots=True)
class Action:
    """One thing to do. `key` takes its decision, `keys` are the findings it settles, `where` is "Texte 2 · bio" or "3 endroits".

    `kind` is rule, address or handle. `suggestions` (names inside) and `moving_plan` belong to an address.
    """

    key: str
    kind: str
    area: str
    title: str
    advice: str
    where: str
    severity: str
    severity_label: str
    keys: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    decision: str = ""
    decision_label: str = ""
    doubtful: bool = False
    suggestions: tuple[str, ...] = field(default=(), repr=False)
    moving_plan: tuple[str, ...] = ()
    words: tuple[str, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class Plan:
    """At most three actions for today, then the rest; what the person keeps stands at the end of the rest."""

    today: tuple[Action, ...] = ()
    rest: tuple[Action, ...] = ()


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason of a verdict, in words."""

    code: str
    title: str
    why: str
    advice: str


@dataclass(frozen=True, slots=True)
class VerdictView:
    """What an address or a handle is worth for an application; `text` is the address or handle itself."""

    document: str
    document_label: str
    text: str = field(repr=False)
    kind: str
    verdict: str
    verdict_label: str
    reasons: tuple[Reason, ...] = ()
    suggestions: tuple[str, ...] = field(default=(), repr=False)
    moving_plan: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class HelpLine:
    """Somebody to call; `link` is an https address."""

    id: str
    name: str
    number: str
    for_whom: str
    when: str
    link: str


@dataclass(frozen=True, slots=True)
class Right:
    """A right, in plain words, with the law it stands on."""

    id: str
    title: str
    text: str
    source: str


@dataclass(frozen=True, slots=True)
class ReasonLine:
    """For the counsellor: what was found, why a recruiter may mind, where and how often. Never the person's words."""

    title: str
    why: str
    where: str
    severity_label: str


@dataclass(frozen=True, slots=True)
class Doubt:
    """For the counsellor: a finding nobody is sure of, and what to ask."""

    title: str
    where: str
    why_fine: str
    ask: str


@dataclass(frozen=True, slots=True)
class CounsellorPage:
    """Page 2: vous; general rights and help lines, whatever was found."""

    reasons: tuple[ReasonLine, ...] = ()
    doubtful: tuple[Doubt, ...] = ()
    not_checked: tuple[str, ...] = ()
    rights: tuple[Right, ...] = ()
    help: tuple[HelpLine, ...] = ()
    rights_date: str = ""  # when rights and help lines were last checked


@dataclass(frozen=True, slots=True)
class ScreenView:
    """What a recruiter sees first of one profile: `who` may see it ("" when nobody said), its things from top to bottom."""

    title: str
    who: str
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LinkView:
    """A link that the person opens; `url` starts with https:// and holds their name or handle."""

    label: str = field(repr=False)
    url: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class SearchGroup:
    """One thing to search for, in several places."""

    title: str
    links: tuple[LinkView, ...] = ()


@dataclass(frozen=True, slots=True)
class IdentityView:
    """Who a recruiter thinks the person is: first screens, what to add, one handle in two worlds, searching oneself.

    `there` is what is already good and comes first; `missing` are sentences, `pieces` the same in two or three words for paper.
    """

    screens: tuple[ScreenView, ...] = ()
    there: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    pieces: tuple[str, ...] = ()
    models: tuple[str, ...] = field(default=(), repr=False)
    joined: tuple[str, ...] = field(default=(), repr=False)
    joined_short: tuple[str, ...] = ()
    searches: tuple[SearchGroup, ...] = ()
    look: tuple[str, ...] = ()
    homonyms: tuple[str, ...] = ()
    removal: tuple[LinkView, ...] = ()


@dataclass(frozen=True, slots=True)
class PathView:
    """One way through a network's settings: the steps, the word to look for, how sure we are (`confidence`: A, B or C); `url` is "" or https."""

    label: str
    text: str
    word: str
    sure: str
    confidence: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class NoteView:
    """A label and what it says."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class PlatformView:
    """What to do on one network: `found` are the titles of what was found there, `checked` says when the ways were compared."""

    id: str
    name: str
    found: tuple[str, ...] = ()
    paths: tuple[PathView, ...] = ()
    notes: tuple[NoteView, ...] = ()
    checked: str = ""


@dataclass(frozen=True, slots=True)
class Legend:
    """A word of the view and what it means."""

    label: str
    meaning: str


@dataclass(frozen=True, slots=True)
class View:
    """A report in words. `help` is filled only when somebody seems to need it; `help_cards` and `sensitive` never count."""

    lang: str
    first_name: str = field(repr=False)
    date: str
    strengths: tuple[str, ...]
    areas: tuple[AreaView, ...]
    plan: Plan
    help: tuple[HelpLine, ...]
    help_cards: tuple[Card, ...]
    sensitive: tuple[Card, ...]
    sensitive_note: str
    set_aside: tuple[Card, ...]
    notes: tuple[str, ...]
    verdicts: tuple[VerdictView, ...]
    counsellor: CounsellorPage
    legend: tuple[Legend, ...]
    identity: IdentityView = IdentityView()
    platforms: tuple[PlatformView, ...] = ()

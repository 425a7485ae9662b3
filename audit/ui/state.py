"""What one visit knows: the only file that names session keys. Nothing of it outlives the visit.

The person's words live in `Mine`; widgets hold copies, under keys that carry the visit's `epoch`, so that
"Effacer tout" leaves no widget with an old value.
"""

from __future__ import annotations

import itertools
from collections.abc import MutableMapping
from dataclasses import dataclass, field
from typing import Any

import streamlit as st

from audit.i18n import say
from audit.model import About, Account, Document, Owner, Report, scrub
from audit.sources.links import Quota
from audit.ui.profiles import Job, Profile

KINDS = ("post", "bio", "caption", "comment", "message", "cv", "profile")
PLATFORMS = (
    "instagram", "tiktok", "snapchat", "x", "facebook", "linkedin", "youtube", "discord", "twitch", "github", "bereal", "pinterest", "other",
)  # fmt: skip
MAX_ROWS = 12


_number = itertools.count().__next__  # rows are told apart by it when one is taken away


@dataclass
class Handle:
    """One handle as typed; who sees the account, what its picture shows (codes), and the text that stands on top of it."""

    platform: str = PLATFORMS[0]
    handle: str = field(default="", repr=False)
    visibility: str = ""
    picture: tuple[str, ...] = ()
    top: str = field(default="", repr=False)
    number: int = field(default_factory=_number)


@dataclass
class Text:
    """One box of pasted text; `platform` is where it stands ("" when nobody said); `starts` are the first words of its first posts, `posts` how many there are (None: not counted)."""

    kind: str = KINDS[0]
    text: str = field(default="", repr=False)
    platform: str = ""
    posts: int | None = 0
    starts: tuple[str, ...] = field(default=(), repr=False)
    number: int = field(default_factory=_number)


@dataclass
class Mine:
    """What the person gave, as they gave it; `version` grows with every change."""

    first_name: str = field(default="", repr=False)
    last_name: str = field(default="", repr=False)
    email: str = field(default="", repr=False)
    handles: list[Handle] = field(default_factory=lambda: [Handle()])
    texts: list[Text] = field(default_factory=lambda: [Text(kind="bio"), Text(kind="post")])
    files: list[tuple[Document, ...]] = field(default_factory=list, repr=False)
    search: str = ""
    training: str = field(default="", repr=False)
    domain: str = field(default="", repr=False)
    town: str = field(default="", repr=False)
    start: str = field(default="", repr=False)
    skill: str = field(default="", repr=False)
    quality: str = field(default="", repr=False)
    links: str = field(default="", repr=False)
    own: bool = False  # "this profile is mine", asked before the first fetch
    profiles: list[Profile] = field(default_factory=list, repr=False)
    demo: str = ""
    version: int = 0

    @property
    def owner(self) -> Owner:
        return Owner(self.first_name, self.last_name)

    @property
    def about(self) -> About:
        """What they say of themselves, as the audit takes it; of two handles on one network, the one that says more."""
        rows = sorted((row for row in self.handles if row.handle.strip()), key=lambda row: not (row.visibility or row.picture))
        accounts = {row.platform: Account(row.platform, row.visibility, tuple(row.picture)) for row in reversed(rows)}
        return About(self.training, self.search, self.domain, self.town, self.quality, self.skill, self.start, tuple(accounts.values()))

    @property
    def empty(self) -> bool:
        """True when there is nothing to look at (a name alone is nothing)."""
        words = [self.email, *(row.handle for row in self.handles), *(row.text for row in self.texts), self.links if self.own else ""]
        return not self.files and not self.profiles and not any(word.strip() for word in words)


@dataclass
class Result:
    """The last audit of the visit: its report, the decisions laid over it, and the view last made of them."""

    report: Report
    review: Any  # audit.report.review.Review
    version: int  # of the Mine it was made from
    owner: Owner = field(default_factory=Owner, repr=False)
    view: Any = field(default=None, repr=False)
    view_of: tuple = ()


def _keys() -> MutableMapping[str, Any]:
    return st.session_state


def lang() -> str:
    return _keys().get("lang", "fr")


def set_lang(value: str) -> None:
    """Changes the language; choices made of options lose nothing, since they are filled again from `Mine`."""
    _keys()["lang"] = value
    _refresh()


def t(key: str, **facts: object) -> str:
    """A sentence of the interface in the visit's language."""
    return say(key, lang(), **facts)


def mine() -> Mine:
    return _keys().setdefault("mine", Mine())


def result() -> Result | None:
    return _keys().get("result")


def set_result(value: Result | None) -> None:
    _keys()["result"] = value


def job() -> Job | None:
    """The reading of profiles under way."""
    return _keys().get("job")


def set_job(value: Job | None) -> None:
    _keys()["job"] = value


def quota() -> Quota:
    """How many profiles this visit may still fetch; "Effacer tout" does not make it new."""
    return _keys().setdefault("quota", Quota())


def replace_mine(value: Mine) -> None:
    """Other elements instead of those given (an invented person, a report loaded back)."""
    _end_job()
    value.version = mine().version + 1
    _keys()["mine"] = value
    _refresh()


def erase() -> None:
    """Forgets everything but the language, and how many profiles were fetched."""
    _end_job()
    kept, epoch, count = lang(), _keys().get("epoch", 0), quota()
    for key in list(_keys()):
        del _keys()[key]
    _keys()["lang"], _keys()["epoch"], _keys()["quota"] = kept, epoch + 1, count
    tell("ui.erased")


def _end_job() -> None:
    if found := job():
        found.stop()
    set_job(None)


def _refresh() -> None:
    """New widgets, filled from `Mine` and from the decisions."""
    _keys()["epoch"] = _keys().get("epoch", 0) + 1


def widget(name: str, value: Any = None) -> str:
    """The key of a widget; a widget that is new on the page starts with `value`."""
    key = f"{_keys().get('epoch', 0)}:{name}"
    if value is not None and key not in _keys():
        _keys()[key] = scrub(value) if isinstance(value, str) else value
    return key


def value_of(name: str) -> Any:
    """What a widget holds now; None when it is not there."""
    return _keys().get(f"{_keys().get('epoch', 0)}:{name}")


def put(name: str, value: Any) -> None:
    """In a callback: makes a widget hold `value`."""
    _keys()[widget(name)] = value


def keep(target: object, attribute: str, name: str) -> None:
    """Callback of a widget: what it holds goes into `target.attribute`."""
    setattr(target, attribute, scrub(value_of(name) or ""))
    changed()


def keep_choices(target: object, attribute: str, name: str) -> None:
    """Callback of several choices: their codes go into `target.attribute`."""
    setattr(target, attribute, tuple(value_of(name) or ()))
    changed()


def keep_tick(target: object, attribute: str, name: str) -> None:
    """Callback of a checkbox: what it holds goes into `target.attribute`."""
    setattr(target, attribute, bool(value_of(name)))
    changed()


def changed() -> None:
    mine().version += 1


def failures() -> set[str]:
    """The forms whose last download failed; a download runs outside the visit's own thread, so it is handed this set."""
    return _keys().setdefault("failures", set())


def decide(key: str, name: str) -> None:
    """Callback of a decision: what the widget holds becomes the decision on a finding or a step."""
    found = result()
    if found:
        found.review = found.review.decide(key, value_of(name) or "")


def set_decision(key: str, decision: str) -> None:
    """A decision made by a button."""
    found = result()
    if found:
        found.review = found.review.decide(key, decision)
        _refresh()


def renew(name: str) -> None:
    """Gives a file uploader a new key, so that the file it held is freed."""
    counters = _keys().setdefault("renewed", {})
    counters[name] = counters.get(name, 0) + 1


def renewable(name: str) -> str:
    """The present name of a widget that `renew` may replace."""
    return f"{name}.{_keys().get('renewed', {}).get(name, 0)}"


def tell(code: str, **facts: object) -> None:
    """Leaves one sentence to be shown at the top of the next page: a key of the interface's words, never a person's words."""
    _keys()["notice"] = (code, facts)


def take_notice() -> tuple[str, dict] | None:
    return _keys().pop("notice", None)


def more(name: str, first: int, step: int = 0) -> int:
    """How many items of a long list are shown; `step` more when given."""
    shown = _keys().setdefault("shown", {})
    shown[name] = shown.get(name, first) + step
    return shown[name]

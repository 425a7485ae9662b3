"""One profile link in the report: what came of it, what everybody can see there, what to do next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from audit.i18n import has
from audit.model import Owner
from audit.sources.links import Card, card
from audit.ui import state
from audit.ui.parts.words import folded, heading, items
from audit.ui.profiles import Profile, documents_of, listed
from audit.ui.safe import Html, join, tag
from audit.ui.state import t

_FIELDS = ("name", "handle", "headline", "bio", "location", "jobs", "schools", "contact", "links")
_MOST = 8  # texts of one field
_LONGEST = 400  # characters of one text
_KINDS = ("bio", "profile", "post", "caption", "comment")


def shown_name(platform: str) -> str:
    """A network's name as people know it."""
    return card(platform, state.lang()).name


def profiles(read: Sequence[Profile]) -> Html | None:
    """The section of the report; None when no link was read."""
    if not read:
        return None
    return tag(
        "section", heading(2, t("ui.links.report")), tag("p", t("ui.links.report.why"), class_="rf-small"), join(map(_profile, read))
    )


def _profile(profile: Profile) -> Html:
    outcome = profile.result.outcome
    why = f"links.outcome.{outcome}.why"
    if not profile.address and has(saved := f"links.outcome.{outcome}.saved"):
        why = saved
    return tag(
        "article",
        tag(
            "header",
            tag("h3", shown_name(profile.platform), tag("span", f" · {profile.handle}", dir="auto") if profile.handle else None),
            tag("p", tag("span", t(f"links.outcome.{outcome}"), class_="rf-badge"), " ", tag("span", t(why))),
        ),
        _visible(profile),
        what_was_read(profile, state.mine().owner) if outcome == "found" else None,
        where_next(profile),
        class_=f"rf-card rf-outcome-{outcome}",
    )


def _visible(profile: Profile) -> Html | None:
    """What a stranger reads there."""
    facts = profile.result.profile
    rows = []
    for field in _FIELDS:
        value = facts.get(field)
        texts = [value] if isinstance(value, str) and value.strip() else list(listed(facts, field)[:_MOST])
        if texts:
            shown = join((tag("span", _cut(text), dir="auto") for text in texts), between=" · ")
            rows.append(tag("div", tag("dt", t(f"links.field.{field}")), tag("dd", shown), class_="rf-line"))
    closed = facts.get("private")
    if isinstance(closed, str) and closed in ("signed_in_only", "followers_by_request", "private"):
        rows.append(tag("div", tag("dt", t("links.field.private")), tag("dd", t(f"links.private.{closed}")), class_="rf-line"))
    return tag("dl", join(rows)) if rows else None


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def what_was_read(profile: Profile, owner: Owner) -> Html:
    """ "lu : 1 bio, 4 publications", or that there was no text."""
    counts = Counter(document.kind for document in documents_of(profile, owner))
    said = ", ".join(t(f"ui.links.n.{kind}", n=counts[kind]) for kind in _KINDS if counts[kind])
    return tag("p", t("ui.links.was_read", what=said) if said else t("ui.links.no_text"))


def where_next(profile: Profile, folds: bool = False) -> Html:
    """Why it was not read, and what can be done, the best first; `folds` shows the rest at a click."""
    why = _reasons(profile)
    about = card(profile.platform, state.lang())
    steps = [_step(code, about) for code in profile.result.next_steps if has(f"links.next.{code}")]
    shown = tag("ul", join(steps))
    opened = join([tag("p", t("ui.links.next"), class_="rf-label"), shown])
    return join([items(why) if why else None, (folded(t("ui.links.next"), shown) if folds else opened) if steps else None])


def _step(code: str, about: Card) -> Html:
    """One thing to do, in the words of the network's own card where it has some."""
    lang = state.lang()
    own = {
        name: words for name in ("copy", "outside") if (words := getattr(about, name)[lang]) != getattr(card("website", lang), name)[lang]
    }
    path = None
    if code == "save_page":
        words = about.save[lang]
    elif code == "ask_archive":
        words = t("links.next.drop_archive" if about.platform == "linkedin" else "links.next.ask_archive")
        path = about.export.text[lang] if about.export else None
    elif code == "copy_texts" and "copy" in own:
        words = f"{own['copy']} {t('links.next.paste_texts')}"
    elif code == "check_logged_out" and "outside" in own:
        words = f"{own['outside']} {t('links.next.check_logged_out')}"
    else:
        words = t(f"links.next.{code}")
    return tag("li", words, tag("span", path, class_="rf-where rf-way") if path else None)


def _reasons(profile: Profile) -> list[str]:
    codes = [problem.code for problem in profile.result.problems]
    if not profile.address:  # a page the person saved: it was they who stood before the door
        codes = ["saved_door" if code == "login_wall" else code for code in codes]
    keys = (f"links.problem.{code}" for code in codes)
    return [t(key) for key in keys if has(key)]

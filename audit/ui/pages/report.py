"""Mon bilan: help first when somebody needs it, then what is good, then each area with its findings."""

from __future__ import annotations

import streamlit as st

from audit.render.nouns import AreaView, Card, VerdictView, View
from audit.ui import frame, safe, state, work
from audit.ui.failures import notice
from audit.ui.parts import counsellor
from audit.ui.parts.areas import overview, sign
from audit.ui.parts.card import card, neutral_card, spared_card
from audit.ui.parts.decide import FOR_FINDING, decide
from audit.ui.parts.help import help_first
from audit.ui.parts.identity import joined, screens
from audit.ui.parts.profile import profiles
from audit.ui.parts.verdict import verdict
from audit.ui.parts.words import folded, heading, items, top
from audit.ui.safe import join, tag
from audit.ui.state import t

SHOWN = 6  # findings of an area at first
_KIND_OF_AREA = {"address": "email", "handles": "handle"}


def show() -> None:
    result = state.result()
    view = work.view_of(result) if result else None
    if result is None or view is None:
        nothing_yet()
        return
    if result.version != state.mine().version:
        changed()
    summary(view)
    frame.link("plan", t("ui.report.to_plan"), "plan")
    for area in view.areas:
        if area.cards or verdicts_of(area.id, view):
            area_block(area.id, area.state)
    safe.show(joined(view.identity), screens(view.identity))
    safe.show(profiles(state.mine().profiles))
    if view.sensitive:
        private_block(view)
    if view.set_aside:
        spared_block()
    counsellor.hints(view.counsellor)


def nothing_yet() -> None:
    safe.show(top(t("ui.page.report"), t("ui.report.nothing")))
    frame.link("inputs", t("ui.report.give"), "start")


def changed() -> None:
    """The elements are no longer those of this report."""
    notice("ui.report.changed")
    if st.button(t("ui.report.again"), type="primary", key="again") and work.run():
        st.rerun()


def summary(view: View) -> None:
    """One element for all that needs no button: help, notes, what is good, the areas."""
    notes = (
        tag("div", tag("p", t("ui.report.notes"), class_="rf-label"), items(view.notes), class_="rf-notice rf-info") if view.notes else None
    )
    meaning = folded(t("ui.report.words"), tag("dl", join(tag("div", tag("dt", one.label), tag("dd", one.meaning)) for one in view.legend)))
    safe.show(
        top(t("ui.page.report"), t("ui.report.lead"), view.first_name),
        help_first(view.help) if view.help else None,
        help_words(view.help_cards) if view.help_cards else None,
        tag("section", heading(2, t("ui.report.good")), items(view.strengths, "rf-yes"), class_="rf-good-box"),
        notes,
        heading(2, t("ui.report.areas")),
        overview(view.areas),
        meaning,
    )


def help_words(cards: tuple[Card, ...]) -> safe.Html:
    """The words that made us think of help: folded, so that nobody else on the sofa reads them at once."""
    return folded(t("ui.help.words"), join(neutral_card(one) for one in cards[:SHOWN]))


def verdicts_of(area: str, view: View) -> list[VerdictView]:
    kind = _KIND_OF_AREA.get(area)
    return [one for one in view.verdicts if one.kind == kind]


@st.fragment
def area_block(id_: str, state_shown: str) -> None:
    """One area; a decision redraws it alone, unless its state changed."""
    result = state.result()
    view = work.view_of(result) if result else None
    if view is None:
        return
    area: AreaView = next(one for one in view.areas if one.id == id_)
    if area.state != state_shown:
        st.rerun()
    label = tag("span", area.state_label, class_="rf-area-state")
    verdicts = verdicts_of(id_, view)
    safe.show(
        tag("div", sign(area.state), heading(2, area.title), label, tag("span", area.progress, class_="rf-small"), class_="rf-area-head"),
        join(verdict(one, with_reasons=not area.cards) for one in verdicts),
    )
    many = state.more(f"area.{id_}", SHOWN)
    for one in area.cards[:many]:
        with st.container(key=f"finding_{one.anchor}", gap=None):
            safe.show(card(one))
            decide(one.key, one.anchor, one.title, FOR_FINDING)
    left = len(area.cards) - many
    if left > 0:
        st.button(t("ui.more", n=left), key=f"more_{id_}", on_click=state.more, args=(f"area.{id_}", SHOWN, SHOWN))


def private_block(view: View) -> None:
    """What the law protects: neutral words, never counted."""
    shown = join(neutral_card(one) for one in view.sensitive[: 2 * SHOWN])
    safe.show(
        tag(
            "section",
            heading(2, t("ui.report.private")),
            tag("p", view.sensitive_note),
            folded(t("ui.report.private.see"), shown),
            class_="rf-private",
        )
    )


@st.fragment
def spared_block() -> None:
    """What context spared: it can be seen, and brought back."""
    result = state.result()
    view = work.view_of(result) if result else None
    if view is None:
        return
    with st.expander(t("ui.report.spared", n=len(view.set_aside)), key=state.widget("spared")):
        safe.show(tag("p", t("ui.report.spared.lead")))
        many = state.more("spared", SHOWN)
        for one in view.set_aside[:many]:
            with st.container(key=f"spared_{one.anchor}", gap=None):
                safe.show(spared_card(one))
                if st.button(t("ui.report.bring_back"), key=f"back_{one.anchor}"):
                    state.set_decision(one.key, "bring_back")
                    st.rerun()
        left = len(view.set_aside) - many
        if left > 0:
            st.button(t("ui.more", n=left), key="more_spared", on_click=state.more, args=("spared", SHOWN, SHOWN))


show()

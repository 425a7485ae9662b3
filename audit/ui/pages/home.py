"""The first page: what Reflet does, what it never does, and a try with an invented person."""

import streamlit as st

from audit.ui import demo, frame, safe, state, work
from audit.ui.parts.words import heading, items
from audit.ui.safe import join, tag
from audit.ui.state import t


def show() -> None:
    safe.show(
        tag(
            "header",
            tag("h1", t("ui.home.title")),
            tag("p", t("ui.home.lead"), class_="rf-lead"),
            class_="rf-hero",
        )
    )
    frame.link("inputs", t("ui.home.start"), "start")
    safe.show(
        heading(2, t("ui.home.how")),
        tag(
            "ol",
            join(tag("li", tag("strong", t(f"ui.home.how.{n}.title")), tag("span", t(f"ui.home.how.{n}.text"))) for n in (1, 2, 3)),
            class_="rf-steps",
        ),
    )
    try_it()
    safe.show(
        tag(
            "div",
            tag("section", heading(2, t("ui.home.does")), items((t(f"ui.home.does.{n}") for n in (1, 2, 3, 4)), "rf-yes")),
            tag("section", heading(2, t("ui.home.never")), items((t(f"ui.home.never.{n}") for n in (1, 2, 3, 4)), "rf-no")),
            class_="rf-two",
        )
    )


def try_it() -> None:
    """Invented persons: one click fills everything and shows the report."""
    with st.container(key="try"):
        safe.show(heading(2, t("ui.home.try")), tag("p", t("ui.home.try.lead")))
        with st.container(horizontal=True, gap="small"):
            chosen = [person.id for person in demo.people(state.lang()) if st.button(person.label, key=f"demo_{person.id}")]
    if chosen:
        state.replace_mine(demo.person(chosen[0]).mine())
        state.set_result(None)
        with st.spinner(t("ui.reading")):
            ready = work.run()
        if ready:
            frame.go("report")


show()

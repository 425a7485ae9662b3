"""Mon plan: three actions for today, then the rest; and the same on paper or in a file."""

from __future__ import annotations

import streamlit as st

from audit.render.nouns import Action
from audit.ui import frame, safe, state, work
from audit.ui.failures import notice
from audit.ui.parts import counsellor
from audit.ui.parts.action import action
from audit.ui.parts.decide import FOR_ACTION, decide
from audit.ui.parts.identity import search_kit, to_add
from audit.ui.parts.platform import platform_cards
from audit.ui.parts.words import heading, top
from audit.ui.safe import tag
from audit.ui.state import t

SHOWN = 6
FILES = {  # form: (file name, type)
    "pdf": ("reflet-plan.pdf", "application/pdf"),
    "html": ("reflet-plan.html", "text/html"),
    "docx": ("reflet-plan.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    "xlsx": ("reflet-actions.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "csv": ("reflet-actions.csv", "text/csv"),
    "json": ("reflet-bilan.json", "application/json"),
}


def show() -> None:
    result = state.result()
    view = work.view_of(result) if result else None
    if view is None:
        safe.show(top(t("ui.page.plan"), t("ui.plan.nothing")))
        frame.link("inputs", t("ui.report.give"), "start")
        return
    safe.show(top(t("ui.page.plan"), t("ui.plan.lead"), view.first_name))
    actions_block()
    safe.show(to_add(view.identity), search_kit(view.identity))
    safe.show(platform_cards(view))
    files_block()
    frame.link("report", t("ui.plan.to_report"), "report")
    counsellor.hints(view.counsellor)


@st.fragment
def actions_block() -> None:
    """The actions; a decision puts them in order again."""
    result = state.result()
    view = work.view_of(result) if result else None
    if view is None:
        return
    plan = view.plan
    safe.show(heading(2, t("ui.plan.today")), None if plan.today else tag("p", t("ui.plan.all_good"), class_="rf-lead"))
    for number, item in enumerate(plan.today, 1):
        one(item, number)
    if not plan.rest:
        return
    safe.show(heading(2, t("ui.plan.rest")))
    many = state.more("plan", SHOWN)
    for item in plan.rest[:many]:
        one(item)
    left = len(plan.rest) - many
    if left > 0:
        st.button(t("ui.more", n=left), key="more_plan", on_click=state.more, args=("plan", SHOWN, SHOWN))


def one(item: Action, number: int | None = None) -> None:
    with st.container(key=f"action_{item.key}", gap=None):
        safe.show(action(item, number))
        decide(item.key, f"plan.{item.key}", item.title, FOR_ACTION)


@st.fragment
def files_block() -> None:
    """Each file is made at the click, by a worker, and is not kept."""
    safe.show(heading(2, t("ui.plan.files")), tag("p", t("ui.plan.files.lead")))
    quotes = st.checkbox(t("ui.plan.quotes"), key=state.widget("quotes"), help=t("ui.plan.quotes.help"))
    if state.failures():
        notice("ui.plan.file_failed", "problem")
    with st.container(key="files", horizontal=True, gap="small"):
        for form, (name, kind) in FILES.items():
            st.download_button(
                t(f"ui.plan.file.{form}"),
                work.printed(form, quotes),
                file_name=name,
                mime=kind,
                key=f"download_{form}",
                type="primary" if form == "pdf" else "secondary",
            )
    safe.show(tag("p", t("ui.plan.json.why"), class_="rf-small"))


show()

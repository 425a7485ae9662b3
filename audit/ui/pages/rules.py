"""Les règles: everything Reflet looks for, with its reasons and examples; a worker searches, ten are shown at a time."""

from __future__ import annotations

import streamlit as st

from audit.tasks import RuleCard, RulePage
from audit.ui import safe, state
from audit.ui.failures import kindly
from audit.ui.parts.highlight import marked
from audit.ui.parts.words import folded, items, labelled, top
from audit.ui.resources import ask
from audit.ui.safe import Html, join, tag
from audit.ui.state import t

SIZE = 10
_PACKS = ("", "fr", "en", "any")


def show() -> None:
    safe.show(top(t("ui.page.rules"), t("ui.rules.lead")))
    search()


@st.fragment
def search() -> None:
    titles = {"": t("ui.rules.all"), **dict(categories())}
    packs = {pack: pack_name(pack) for pack in _PACKS}
    with st.container(key="search", horizontal=True, gap="small", vertical_alignment="bottom"):
        query = st.text_input(t("ui.rules.search"), key=state.widget("rules.query", ""), max_chars=100, on_change=first_page)
        category = st.selectbox(
            t("ui.rules.category"),
            list(titles),
            format_func=titles.get,
            key=state.widget("rules.category"),
            on_change=first_page,
            width=240,
        )
        pack = st.selectbox(
            t("ui.rules.pack"),
            _PACKS,
            format_func=packs.get,
            key=state.widget("rules.pack"),
            on_change=first_page,
            filter_mode=None,
            width=160,
        )
    number = state.value_of("rules.page") or 1
    page = found(query, category or "", pack or "", (number - 1) * SIZE)
    if page is None:
        return
    safe.show(
        tag("p", t("ui.rules.count", n=page.total, of=page.of), class_="rf-small", role="status"), join(rule(one) for one in page.cards)
    )
    pages = -(-page.total // SIZE)
    if pages > 1:
        st.pagination(pages, key=state.widget("rules.page"))


def first_page() -> None:
    state.put("rules.page", 1)


def categories() -> tuple[tuple[str, str], ...]:
    """The categories that have rules, in the present language."""
    page = found("", "", "", 0, 0)
    return page.categories if page else ()


def found(query: str, category: str, pack: str, start: int, size: int = SIZE) -> RulePage | None:
    with kindly():
        return ask("rules", state.lang(), query, category, pack, start, size)
    return None


def pack_name(pack: str) -> str:
    return t(f"ui.rules.pack.{pack or 'all'}")


def rule(one: RuleCard) -> Html:
    """A rule, folded under its title."""
    label = t(f"severity.{one.severity}") if one.counts else t("ui.rules.no_count")
    examples = [
        example_list("ui.rules.found", [marked(text, marks) for text, marks in one.found]),
        example_list("ui.rules.review", [marked(text, marks) for text, marks in one.review]),
        example_list("ui.rules.spared", list(one.spared)),
    ]
    return tag(
        "details",
        tag(
            "summary",
            tag("span", one.title, class_="rf-rule-title"),
            tag("span", f"{one.category} · {label} · {pack_name(one.lang)}", class_="rf-where"),
        ),
        tag(
            "dl",
            labelled(t("ui.card.why"), one.why, "rf-line"),
            labelled(t("ui.card.fine"), one.why_fine, "rf-line"),
            labelled(t("ui.card.do"), one.advice, "rf-line rf-do"),
            labelled(t("ui.card.instead"), one.instead, "rf-line"),
        ),
        *examples,
        folded(t("ui.rules.references"), items(one.references)) if one.references else None,
        tag("p", one.id, class_="rf-id"),
        class_="rf-fold rf-rule",
    )


def example_list(key: str, examples: list[str]) -> Html | None:
    if not examples:
        return None
    return tag(
        "div", tag("p", t(key), class_="rf-label"), tag("ul", join(tag("li", one, dir="auto") for one in examples), class_="rf-examples")
    )


show()

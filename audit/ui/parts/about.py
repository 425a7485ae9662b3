"""To go further: what the person seeks, where they live, who sees each account and what its picture shows. All optional, folded away."""

from __future__ import annotations

import streamlit as st

from audit.model import PICTURES, SEARCHES, VISIBILITIES
from audit.ui import safe, state
from audit.ui.safe import tag
from audit.ui.state import t

_LINES = (("training", "domain"), ("town", "start"), ("skill", "quality"))


def about_block() -> None:
    """What is looked for, in a few lines: it fills models, links to search oneself and the comparison with the CV."""
    mine = state.mine()
    with st.expander(t("ui.about"), key=state.widget("about_fold")):
        safe.show(tag("p", t("ui.about.why"), class_="rf-small"))
        names = {"": t("ui.about.unsaid"), **{code: t(f"identity.wanted.{code}") for code in SEARCHES}}
        _choice(t("ui.about.search"), mine, "search", "about.search", names)
        for pair in _LINES:
            for place, name in zip(st.columns(2), pair, strict=True):
                with place:
                    key = f"about.{name}"
                    st.text_input(
                        t(f"ui.about.{name}"),
                        key=state.widget(key, getattr(mine, name)),
                        on_change=state.keep,
                        args=(mine, name, key),
                        placeholder=t(f"ui.about.{name}.example"),
                        autocomplete="off",
                        max_chars=80,
                    )


def accounts(platform_name) -> None:
    """For each handle that was typed: who sees the account, what its picture shows, the text that stands on top of it."""
    rows = [row for row in state.mine().handles if row.handle.strip()]
    if not rows:
        return
    with st.expander(t("ui.accounts"), key=state.widget("accounts_fold")):
        safe.show(tag("p", t("ui.accounts.why"), class_="rf-small"))
        for row in rows:
            _account(row, platform_name(row.platform))


def _account(row: state.Handle, name: str) -> None:
    with st.container(key=f"account_{row.number}", border=True, gap="small"):
        safe.show(tag("p", name, class_="rf-label"))
        seen = {"": t("ui.about.unsaid"), **{code: t(f"ui.accounts.{code}") for code in VISIBILITIES}}
        _choice(t("ui.accounts.who"), row, "visibility", f"visibility.{row.number}", seen)
        picture = f"picture.{row.number}"
        st.pills(
            t("ui.accounts.picture"),
            PICTURES,
            selection_mode="multi",
            format_func={code: t(f"identity.picture.{code}") for code in PICTURES}.get,
            key=state.widget(picture, list(row.picture)),
            on_change=state.keep_choices,
            args=(row, "picture", picture),
        )
        top = f"top.{row.number}"
        st.text_area(
            t("ui.accounts.top"), key=state.widget(top, row.top), on_change=state.keep, args=(row, "top", top), height=80, max_chars=5000
        )


def _choice(label: str, owner: object, attribute: str, name: str, names: dict[str, str]) -> None:
    st.selectbox(
        label,
        list(names),
        format_func=names.get,
        key=state.widget(name, getattr(owner, attribute)),
        on_change=state.keep,
        args=(owner, attribute, name),
        filter_mode=None,
    )

"""What the person decides about a finding or an action: one row of choices."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from audit.ui import state

FOR_FINDING = ("keep", "context", "mistake", "discuss")
FOR_ACTION = ("done", "discuss", "keep")


def decide(key: str, anchor: str, title: str, options: Sequence[str]) -> None:
    """Choices for `key`; `anchor` is unique on the page, `title` is one of our own sentences (for screen readers)."""
    result = state.result()
    if result is None:
        return
    decision = result.review.decision(key)
    name = f"decide.{anchor}"
    st.pills(
        state.t("ui.decide.label", title=title),
        options,
        format_func={option: state.t(f"ui.decide.{option}") for option in options}.get,
        key=state.widget(name, decision if decision in options else None),
        on_change=state.decide,
        args=(key, name),
        label_visibility="collapsed",
    )

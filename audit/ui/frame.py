"""What every page shares: its head, its language, the way between pages, and the button that forgets everything."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import streamlit as st

from audit.ui import failures, janitor, safe, state
from audit.ui.resources import pool
from audit.ui.state import t

_HERE = Path(__file__).resolve().parent
PAGES = ("home", "inputs", "report", "plan", "rules")  # files of pages/, in the order of the menu
_OTHER = {"fr": "en", "en": "fr"}


def open_door() -> None:
    """Shows the page that was asked for, inside the frame."""
    failures.install()
    janitor.start()
    pool()
    st.set_page_config(page_title=t("ui.app"), page_icon=str(_HERE / "icon.png"), layout="centered")
    pages = {
        name: st.Page(_HERE / "pages" / f"{name}.py", title=t(f"ui.page.{name}"), url_path=name, default=name == "home") for name in PAGES
    }
    asked = st.navigation(list(pages.values()), position="hidden")
    safe.show_style(style() + present(asked.url_path))
    head(pages)
    waiting = state.take_notice()
    if waiting:
        code, facts = waiting
        failures.notice(code, **facts)
    asked.run()
    foot()


@cache
def style() -> str:
    """The style sheet."""
    return (_HERE / "look.css").read_text(encoding="utf-8")


def present(path: str) -> str:
    """Style that depends on the moment: the page we are on, and words that Streamlit has in English only."""
    here = f'.st-key-way a[href="{path}"]'
    button = '[data-testid="stFileUploaderDropzone"] button [data-testid="stMarkdownContainer"]::after'
    limit = '[data-testid="stFileUploaderDropzoneInstructions"]::after'
    return (
        f"{here} {{background: var(--teal-soft) !important; box-shadow: inset 0 -3px 0 var(--teal);}}"
        f"{here} p {{font-weight: 700; color: var(--teal);}}"
        f'{button} {{content: "{t("ui.upload.choose")}";}} {limit} {{content: "{t("ui.upload.limit")}";}}'
    )


def head(pages: Mapping[str, st.Page]) -> None:
    """The name, the other language, "Effacer tout", and the way between pages."""
    with st.container(key="top", horizontal=True, vertical_alignment="center", gap="small"):
        brand = safe.tag("div", safe.tag("span", class_="rf-logo", aria_hidden="true"), t("ui.app"), class_="rf-brand")
        safe.show_brand(brand, state.lang())
        other = _OTHER[state.lang()]
        st.button(t("ui.other_language"), key="language", on_click=state.set_lang, args=(other,), type="tertiary")
        with st.popover(t("ui.erase"), key="erase"):
            safe.show(safe.tag("p", t("ui.erase.sure")))
            st.button(t("ui.erase.yes"), key="erase_now", on_click=state.erase, type="primary")
    with st.container(key="way", horizontal=True, gap=None):
        for name, page in pages.items():
            st.page_link(page, label=t(f"ui.page.{name}"))


def foot() -> None:
    """The promise, on every page."""
    safe.show(safe.tag("footer", safe.tag("p", t("ui.foot")), class_="rf-foot"))


def go(name: str) -> None:
    """Goes to another page."""
    st.switch_page(str(_HERE / "pages" / f"{name}.py"))


def link(name: str, label: str, key: str) -> None:
    """A link to another page that looks like a button."""
    with st.container(key=f"go_{key}"):
        st.page_link(str(_HERE / "pages" / f"{name}.py"), label=label)

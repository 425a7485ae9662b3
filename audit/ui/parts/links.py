"""The block "Liens de profils" of Mes éléments: links are identified as they come, read side by side when the person says so."""

from __future__ import annotations

import streamlit as st

from audit.sources.links import card
from audit.ui import links, safe, state
from audit.ui.parts.profile import shown_name, what_was_read, where_next
from audit.ui.parts.words import heading
from audit.ui.profiles import MOST_LINES, Job, Line, Profile, lines_of
from audit.ui.safe import Html, join, tag
from audit.ui.state import t

EVERY = 0.5  # seconds between two looks at a reading under way


def links_block() -> None:
    """The whole block."""
    links.collect()
    safe.show(heading(2, t("ui.links.title")), tag("p", t("ui.links.why"), class_="rf-small"))
    typed_block()
    if state.job():
        progress_block()
    saved_page_block()
    read_block()


@st.fragment
def typed_block() -> None:
    """The box, what its lines name, and the way to read them."""
    mine = state.mine()
    st.text_area(
        t("ui.links.label"),
        key=state.widget("links", mine.links),
        on_change=state.keep,
        args=(mine, "links", "links"),
        placeholder="https://www.instagram.com/…\nhttps://www.linkedin.com/in/…",
        height=140,
        max_chars=20_000,
    )
    lines = lines_of(mine.links)
    if not lines:
        return
    too_many = tag("p", t("ui.links.too_many", n=MOST_LINES), class_="rf-small") if len(lines) >= MOST_LINES else None
    safe.show(tag("ul", join(named(line) for line in lines), class_="rf-links"), too_many)
    good = [line for line in lines if not line.problem]
    if not good:
        return
    st.checkbox(
        t("links.confirm") if len(good) == 1 else t("ui.links.confirm_all"),
        key=state.widget("own", mine.own),
        on_change=state.keep_tick,
        args=(mine, "own", "own"),
    )
    safe.show(tag("p", f"{t('links.confirm.why')} {t('links.fetch_note')}", class_="rf-small"))
    if st.button(t("ui.links.read", n=len(good)), key="read_links", disabled=not mine.own or state.job() is not None):
        links.start()
        st.rerun()


def named(line: Line) -> Html:
    """One line: the network and the handle it names, or what is wrong with it."""
    if line.problem or line.link is None:
        problem = t(f"links.problem.{line.problem}")
        return tag("li", tag("span", shorten(line.typed), class_="rf-where", dir="auto"), " ", tag("strong", problem), class_="rf-bad-link")
    who = line.link.handle or shorten(line.address.removeprefix("https://").removeprefix("http://"))
    return tag(
        "li",
        tag("strong", shown_name(line.link.platform or "website")),
        " · ",
        tag("span", who, dir="auto"),
        tag("span", f" ({t(f'links.kind.{line.link.kind}')})", class_="rf-where") if line.link.kind != "profile" else None,
    )


def shorten(text: str, most: int = 60) -> str:
    return text if len(text) <= most else f"{text[:most]}…"


@st.fragment(run_every=EVERY)
def progress_block() -> None:
    """How far the reading is, and its stop; the page is drawn again when it ends."""
    job: Job | None = state.job()
    if job is None or job.finished:
        st.rerun()
        return
    st.progress(job.done / job.total, text=t("links.progress", done=job.done, total=job.total))
    st.button(t("links.stop"), key="stop_links", on_click=links.stop, disabled=job.stopped)


def read_block() -> None:
    """What was read, what was not, and what to do then."""
    mine = state.mine()
    for profile in list(mine.profiles):
        with st.container(key=f"profile_row_{profile.number}", horizontal=True, gap="small"):
            safe.show(row(profile))
            st.button("✕", key=f"drop_profile_{profile.number}", help=t("ui.inputs.drop"), on_click=drop, args=(profile,), type="tertiary")


def row(profile: Profile) -> Html:
    """One profile in a few lines: its outcome, what was read, what to do next."""
    outcome = profile.result.outcome
    return tag(
        "div",
        tag(
            "p",
            tag("strong", shown_name(profile.platform)),
            tag("span", f" · {profile.handle}", dir="auto") if profile.handle else None,
            " ",
            tag("span", t(f"links.outcome.{outcome}"), class_="rf-badge"),
        ),
        what_was_read(profile, state.mine().owner) if outcome == "found" else where_next(profile, folds=True),
        class_=f"rf-profile rf-outcome-{outcome}",
    )


def saved_page_block() -> None:
    """The way in where robots are not let in: a page saved from one's own browser."""
    with st.expander(t("ui.links.saved")):
        how = card("website", state.lang()).save[state.lang()]
        safe.show(tag("p", t("ui.links.saved.why")), tag("p", how, class_="rf-small"))
        with st.container(key="upload_page"):
            name = state.renewable("saved_page")
            sent = st.file_uploader(
                t("ui.links.saved"),
                type=["html", "htm", "mhtml", "mht"],
                key=state.widget(name),
                label_visibility="collapsed",
                max_upload_size=20,
            )
    if sent is not None:
        with st.spinner(t("ui.reading")):
            links.read_saved(sent.getvalue())
        state.renew("saved_page")
        st.rerun()


def drop(profile: Profile) -> None:
    rows = state.mine().profiles
    rows[:] = [one for one in rows if one is not profile]
    state.changed()

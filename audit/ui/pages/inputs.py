"""Mes éléments: what the person gives. Each block is one function; `BLOCKS` is their order on the page."""

import streamlit as st

from audit.model import Document
from audit.ui import frame, safe, state, work
from audit.ui.parts.about import about_block, accounts
from audit.ui.parts.links import links_block
from audit.ui.parts.words import heading, top
from audit.ui.safe import join, tag
from audit.ui.state import t

_PLATFORM_NAMES = {
    "tiktok": "TikTok",
    "x": "X (Twitter)",
    "linkedin": "LinkedIn",
    "youtube": "YouTube",
    "github": "GitHub",
    "bereal": "BeReal",
}


_HINTS = {"bio": "one", "cv": "cv", "profile": "profile"}  # kinds that are one text, with what their empty box says


def show() -> None:
    safe.show(top(t("ui.page.inputs"), t("ui.inputs.lead")))
    for block in BLOCKS:
        block()
    with st.container(key="run"):
        asked = st.button(t("ui.inputs.run"), type="primary", width="stretch", key="run_now")
    if asked:
        with st.spinner(t("ui.reading")):
            ready = work.run()
        if ready:
            frame.go("report")


def field(label: str, owner: object, attribute: str, name: str, **options: object) -> None:
    """A line to write in, kept in `owner.attribute`."""
    key = state.widget(name, getattr(owner, attribute))
    st.text_input(label, key=key, on_change=state.keep, args=(owner, attribute, name), autocomplete="off", max_chars=320, **options)


def name_block() -> None:
    mine = state.mine()
    safe.show(heading(2, t("ui.inputs.you")), tag("p", t("ui.inputs.you.why"), class_="rf-small"))
    first, last = st.columns(2)
    with first:
        field(t("ui.inputs.first_name"), mine, "first_name", "first_name")
    with last:
        field(t("ui.inputs.last_name"), mine, "last_name", "last_name")


def email_block() -> None:
    safe.show(heading(2, t("ui.inputs.email")))
    field(t("ui.inputs.email.label"), state.mine(), "email", "email", placeholder=t("ui.inputs.email.example"))


@st.fragment
def handles_block() -> None:
    mine = state.mine()
    safe.show(heading(2, t("ui.inputs.handles")), tag("p", t("ui.inputs.handles.why"), class_="rf-small"))
    names = {platform: platform_name(platform) for platform in state.PLATFORMS}
    for row in mine.handles:
        with st.container(key=f"handle_row_{row.number}", horizontal=True, vertical_alignment="bottom", gap="small"):
            name = f"platform.{row.number}"
            st.selectbox(
                t("ui.inputs.platform"),
                state.PLATFORMS,
                format_func=names.get,
                key=state.widget(name, row.platform),
                on_change=state.keep,
                args=(row, "platform", name),
                filter_mode=None,
                width=170,
            )
            field(t("ui.inputs.handle"), row, "handle", f"handle.{row.number}")
            if len(mine.handles) > 1:
                st.button(
                    "✕", key=f"drop_handle_{row.number}", help=t("ui.inputs.drop"), on_click=drop, args=(mine.handles, row), type="tertiary"
                )
    if len(mine.handles) < state.MAX_ROWS:
        st.button(t("ui.inputs.handles.add"), key="add_handle", on_click=add, args=(mine.handles, state.Handle))
    accounts(platform_name)


@st.fragment
def texts_block() -> None:
    mine = state.mine()
    safe.show(heading(2, t("ui.inputs.texts")), tag("p", t("ui.inputs.texts.why"), class_="rf-small"))
    for box in mine.texts:
        text_box(box, len(mine.texts) > 1)
    if len(mine.texts) < state.MAX_ROWS:
        st.button(t("ui.inputs.texts.add"), key="add_text", on_click=add, args=(mine.texts, state.Text))


def text_box(box: state.Text, may_go: bool) -> None:
    kind, text = f"kind.{box.number}", f"text.{box.number}"
    names = {kind: t(f"ui.kind.{kind}") for kind in state.KINDS}
    with st.container(key=f"text_row_{box.number}", border=True, gap="small"):
        with st.container(key=f"text_head_{box.number}", horizontal=True, vertical_alignment="bottom", horizontal_alignment="distribute"):
            st.selectbox(
                t("ui.inputs.kind"),
                state.KINDS,
                format_func=names.get,
                key=state.widget(kind, box.kind),
                on_change=text_changed,
                args=(box, "kind", kind),
                filter_mode=None,
                width=200,
            )
            if box.kind not in ("cv", "message"):
                where_select(box)
            if may_go:
                drops = state.mine().texts
                st.button("✕", key=f"drop_text_{box.number}", help=t("ui.inputs.drop"), on_click=drop, args=(drops, box), type="tertiary")
        st.text_area(
            t("ui.inputs.text"),
            key=state.widget(text, box.text),
            on_change=text_changed,
            args=(box, "text", text),
            placeholder=t(f"ui.inputs.text.{_HINTS.get(box.kind, 'several')}"),
            height=130 if box.kind == "bio" else 190,
            label_visibility="collapsed",
        )
        posts_preview(box)


def where_select(box: state.Text) -> None:
    """Which network a text stands on: its first screen and its settings need it."""
    place = f"place.{box.number}"
    names = {"": t("ui.inputs.where.unsaid"), **{platform: platform_name(platform) for platform in state.PLATFORMS}}
    st.selectbox(
        t("ui.inputs.where"),
        list(names),
        format_func=names.get,
        key=state.widget(place, box.platform),
        on_change=state.keep,
        args=(box, "platform", place),
        filter_mode=None,
        width=170,
    )


def posts_preview(box: state.Text) -> None:
    """How many posts were seen in the text, before anything is audited."""
    if not box.text.strip():
        return
    if box.posts is None:
        work.count_posts(box)
    if box.posts is None:
        safe.show(tag("p", t("ui.inputs.posts.unknown"), class_="rf-small"))
    elif box.kind not in _HINTS:
        left = box.posts - len(box.starts)
        more = tag("li", t("ui.inputs.posts.more", n=left)) if left > 0 else None
        starts = tag("ol", join(tag("li", start, dir="auto") for start in box.starts), more, class_="rf-starts")
        safe.show(tag("details", tag("summary", t("ui.inputs.posts", n=box.posts)), starts, class_="rf-fold"))


def files_block() -> None:
    mine = state.mine()
    safe.show(heading(2, t("ui.inputs.file")), tag("p", t("ui.inputs.file.why"), class_="rf-small"))
    with st.container(key="upload_text"):
        name = state.renewable("text_file")
        sent = st.file_uploader(
            t("ui.inputs.file"),
            type=["txt", "md", "pdf", "docx", "zip"],
            key=state.widget(name),
            label_visibility="collapsed",
            max_upload_size=20,
        )
    if sent is not None:
        work.read_file(sent.getvalue())
        state.renew("text_file")
        st.rerun()
    for number, file in enumerate(mine.files, 1):
        with st.container(horizontal=True, vertical_alignment="center", key=f"file_row_{number}"):
            safe.show(tag("p", t(f"ui.inputs.file.{held(file)}", number=number, n=len(file))))
            st.button("✕", key=f"drop_file_{number}", help=t("ui.inputs.drop"), on_click=drop, args=(mine.files, file), type="tertiary")


def held(file: tuple[Document, ...]) -> str:
    """What a file was taken for: a CV, the LinkedIn archive, or texts."""
    if all(document.kind == "cv" for document in file):
        return "held_cv"
    return "held_linkedin" if all(document.platform == "linkedin" for document in file) else "held"


def saved_block() -> None:
    with st.expander(t("ui.inputs.saved")):
        safe.show(tag("p", t("ui.inputs.saved.why"), class_="rf-small"))
        with st.container(key="upload_saved"):
            name = state.renewable("saved")
            sent = st.file_uploader(
                t("ui.inputs.saved"), type=["json"], key=state.widget(name), label_visibility="collapsed", max_upload_size=20
            )
    if sent is not None:
        opened = work.load_back(sent.getvalue())
        state.renew("saved")
        if opened:
            frame.go("report")
        st.rerun()


def platform_name(platform: str) -> str:
    return t("ui.inputs.other") if platform == "other" else _PLATFORM_NAMES.get(platform, platform.capitalize())


def text_changed(box: state.Text, attribute: str, name: str) -> None:
    state.keep(box, attribute, name)
    box.kind = box.kind or state.KINDS[0]
    work.count_posts(box)


def add(rows: list, make: type) -> None:
    if len(rows) < state.MAX_ROWS:
        rows.append(make())


def drop(rows: list, row: object) -> None:
    rows[:] = [one for one in rows if one is not row]
    state.changed()


BLOCKS = (name_block, email_block, handles_block, links_block, texts_block, files_block, about_block, saved_block)

show()

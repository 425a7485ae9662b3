"""What the buttons do: ask the workers, keep the answer in the visit. No rule runs here."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from audit.model import ABOUT, TOP, Account, about_in
from audit.report.review import Review
from audit.tasks import Given, preview
from audit.ui import links, state
from audit.ui.failures import kindly, notice
from audit.ui.resources import AUDIT_SECONDS, RENDER_SECONDS, SHORT_SECONDS, ask
from audit.workers import WorkerFailed

if TYPE_CHECKING:
    from audit.model import Owner, Report
    from audit.render.nouns import View

MAX_UPLOAD = 20_000_000  # bytes of one file
SHORT_TEXT = 20_000  # characters


def given(mine: state.Mine) -> Given:
    """What the person gave, as the workers take it."""
    return Given(
        owner=mine.owner,
        email=mine.email,
        handles=tuple(("" if row.platform == "other" else row.platform, row.handle) for row in mine.handles) + links.handles(mine),
        texts=tuple((box.kind, box.text, place_of(box)) for box in mine.texts),
        files=tuple(mine.files) + links.documents(mine),
        profiles=links.records(mine),
        tops=tuple(("" if row.platform == "other" else row.platform, row.top) for row in mine.handles if row.handle.strip()),
        about=mine.about,
    )


def place_of(box: state.Text) -> str:
    """Where a text stands; a pasted profile is LinkedIn's unless somebody says otherwise, a CV stands nowhere."""
    if box.kind in ("cv", "message"):
        return ""
    place = "" if box.platform == "other" else box.platform
    return place or ("linkedin" if box.kind == "profile" else "")


def run() -> bool:
    """Audits what was given; True when there is a report to show, else a sentence was shown."""
    links.collect()
    mine = state.mine()
    if mine.empty:
        notice("ui.inputs.nothing")
        return False
    before = state.result()
    review = before.review if before else Review()
    with kindly():
        report, view = ask("audit_given", given(mine), state.lang(), review, deadline=AUDIT_SECONDS)
        result = state.Result(report, review, mine.version, mine.owner)
        result.view, result.view_of = view, (state.lang(), review)
        state.set_result(result)
        return True
    return False


def view_of(result: state.Result) -> View | None:
    """The report in words, made again only when the language or a decision changed; None when that failed (a sentence was shown)."""
    wanted = (state.lang(), result.review)
    if result.view_of != wanted:
        with kindly():
            result.view = ask("view", result.report, state.lang(), result.review, result.owner, deadline=RENDER_SECONDS)
            result.view_of = wanted
    return result.view if result.view_of == wanted else None


def count_posts(box: state.Text) -> None:
    """How many posts a box of text holds; None when nobody could tell in time."""
    if not box.text.strip():
        box.posts, box.starts = 0, ()
        return
    if len(box.text) <= SHORT_TEXT:  # cutting at blank lines takes no time: no need to wait for a worker
        box.posts, box.starts = preview(box.kind, box.text)
        return
    try:
        box.posts, box.starts = ask("preview", box.kind, box.text, deadline=SHORT_SECONDS)
    except WorkerFailed:
        box.posts, box.starts = None, ()


def read_file(data: bytes) -> bool:
    """Adds what an uploaded file holds; False when it could not be read (a sentence waits for the next run)."""
    if len(data) > MAX_UPLOAD:
        state.tell("problem.too_large")
        return False
    with kindly():
        documents, problems = ask("read_upload", data, deadline=SHORT_SECONDS)
        if problems:
            state.tell(f"problem.{problems[0].code}")
        elif documents:
            state.mine().files.append(tuple(documents))
            state.changed()
            state.tell("ui.inputs.file.read", n=len(documents))
            return True
    return False


def load_back(data: bytes) -> bool:
    """Opens a saved report; False when the file is none (a sentence waits for the next run)."""
    if len(data) > MAX_UPLOAD:
        state.tell("problem.too_large")
        return False
    with kindly():
        loaded = ask("load", data, deadline=RENDER_SECONDS)
        if loaded is None:
            state.tell("ui.inputs.not_a_report")
            return False
        report, review, owner = loaded
        state.replace_mine(refilled(report, owner))
        state.set_result(state.Result(report, review, state.mine().version, owner))
        state.tell("ui.inputs.report_loaded")
        return True
    return False


def refilled(report: Report, owner: Owner) -> state.Mine:
    """What the person gave, from their saved report: so that it can be mended and audited again."""
    about = about_in(report.documents)
    mine = state.Mine(first_name=owner.first_name, last_name=owner.last_name, handles=[], texts=[], **about.given)
    held = links.restore(report, mine)
    shown = {account.platform: account for account in about.accounts}
    tops = {one.platform: one.text for one in report.documents if one.id.startswith(TOP)}
    pasted: dict[tuple[str, str, int], list[str]] = {}
    for document in report.documents:
        if document.id in held or document.id == ABOUT or document.id.startswith(TOP):
            continue
        if document.kind == "email":
            mine.email = document.text
        elif document.kind == "handle" and len(mine.handles) < state.MAX_ROWS:
            platform = document.platform if document.platform in state.PLATFORMS else "other"
            account = shown.get(platform) or Account(platform)
            top = tops.pop(document.platform, "")
            mine.handles.append(state.Handle(platform, document.text, account.visibility, account.picture, top))
        elif document.kind in state.KINDS:
            alone = document.kind in ("bio", "cv", "profile")
            place = document.platform if document.platform in state.PLATFORMS else ""
            pasted.setdefault((document.kind, place, len(pasted) if alone else 0), []).append(document.text)
    mine.texts = [
        state.Text(kind=kind, text="\n\n\n".join(texts), platform=place, posts=None) for (kind, place, _), texts in pasted.items()
    ]
    mine.texts = mine.texts[: state.MAX_ROWS] or [state.Text()]
    mine.handles = mine.handles or [state.Handle()]
    return mine


def printed(form: str, quotes: bool) -> Callable[[], bytes]:
    """A function that makes a file of the present report when it is called: the download button calls it at the click."""
    result, lang = state.result(), state.lang()
    assert result is not None
    report, review, owner = result.report, result.review, result.owner
    failed = state.failures()

    def make() -> bytes:
        failed.discard(form)
        try:
            return ask("render", report, form, lang, review, owner, quotes, deadline=RENDER_SECONDS)
        except WorkerFailed:
            failed.add(form)
            raise

    return make

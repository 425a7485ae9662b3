"""When something fails: a kind sentence for the person; for the log a class name and where, never a word of anybody.

Streamlit would log the message and the source lines of an exception, and both can hold a person's words
(security notes, finding 6). Its two private functions are replaced; a test tells when they move.
"""

from __future__ import annotations

import logging
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from streamlit import error_util

from audit.ui import safe, state
from audit.workers import TooSlow, WorkerFailed

_LOG = logging.getLogger("reflet")


def install() -> None:
    """Puts our two functions in the place of Streamlit's; done again at every run it changes nothing."""
    error_util._log_uncaught_app_exception = note
    error_util.show_uncaught_app_exception = apologise


def note(error: BaseException) -> None:
    """Logs what kind of error it was and where, without its message."""
    places = [f"{Path(frame.filename).name}:{frame.lineno}" for frame in traceback.extract_tb(error.__traceback__)[-4:]]
    _LOG.error("%s at %s", type(error).__name__, " < ".join(reversed(places)))


def apologise(_: BaseException | None = None) -> None:
    """Tells the person that something went wrong here, and that nothing is lost."""
    notice("ui.failed", "problem")


def notice(key: str, kind: str = "info", **facts: object) -> None:
    """A short message on the page; `kind` is info, good or problem. Read aloud by screen readers."""
    mark = {"info": "i", "good": "✓", "problem": "!"}[kind]
    safe.show(
        safe.tag(
            "div",
            safe.tag("span", mark, class_="rf-mark", aria_hidden="true"),
            safe.tag("p", state.t(key, **facts)),
            class_=f"rf-notice rf-{kind}",
            role="alert" if kind == "problem" else "status",
        )
    )


@contextmanager
def kindly() -> Iterator[None]:
    """Work that may take too long or fail: the person reads a sentence, the page goes on, nothing is lost."""
    try:
        yield
    except TooSlow:
        notice("ui.too_slow", "problem")
    except WorkerFailed as error:
        _LOG.error("worker: %s", error.code)
        apologise()

"""Departed visitors are freed, uploads never touch the disk, and failures say nothing of anybody."""

import logging
from types import SimpleNamespace

import pytest
from starlette.formparsers import MultiPartParser
from streamlit import error_util
from streamlit.runtime import Runtime
from streamlit.runtime.memory_session_storage import MemorySessionStorage
from streamlit.runtime.session_manager import SessionInfo

from audit.ui import failures, frame, janitor, resources
from audit.workers import TooSlow, WorkerFailed

SECRET = "mon secret 0639982147"


class _Session:
    def __init__(self, name):
        self.id, self.ended = name, False

    def shutdown(self):
        self.ended = True


def test_a_departed_session_is_ended_without_a_new_visitor(monkeypatch):
    from threading import Lock

    now = SimpleNamespace(ttl=0.0)
    storage = MemorySessionStorage(ttl_seconds=now.ttl)
    old = _Session("old")
    storage.save(SessionInfo(client=None, session=old))
    files = SimpleNamespace(remove_orphaned_files=lambda: None)
    runtime = SimpleNamespace(_session_mgr=SimpleNamespace(_storage_lock=Lock(), _session_storage=storage), media_file_mgr=files)
    monkeypatch.setattr(Runtime, "_instance", runtime)
    assert janitor.clean() == 1
    assert old.ended and janitor.clean() == 0


def test_the_parts_of_streamlit_that_the_janitor_uses_are_still_there():
    import inspect

    from streamlit.runtime.websocket_session_manager import WebsocketSessionManager

    source = inspect.getsource(WebsocketSessionManager)
    assert "self._storage_lock" in source and "self._session_storage" in source
    assert "_session_mgr" in inspect.getsource(Runtime) and hasattr(MemorySessionStorage()._cache, "expire")


def test_an_upload_never_becomes_a_temporary_file():
    janitor.start()
    assert MultiPartParser.spool_max_size > 50 * 1024 * 1024


def test_the_log_of_a_failure_holds_no_word_of_anybody(caplog):
    failures.install()
    try:
        int(SECRET)
    except ValueError as error:
        with caplog.at_level(logging.ERROR):
            error_util._log_uncaught_app_exception(error)
    assert "ValueError" in caplog.text and "secret" not in caplog.text and "int(" not in caplog.text


def test_streamlit_still_calls_the_two_functions_that_are_replaced():
    import inspect

    source = inspect.getsource(error_util.handle_user_script_exception)
    assert "_log_uncaught_app_exception(" in source and "show_uncaught_app_exception(" in source


@pytest.mark.parametrize(("error", "key"), [(TooSlow(), "ui.too_slow"), (WorkerFailed("ValueError"), "ui.failed")])
def test_work_that_fails_becomes_a_sentence_and_loses_nothing(visit, monkeypatch, error, key):
    from tests.ui.test_pages import said

    def fail(*_, **__):
        raise error

    visit.go("inputs").write("text_input", "email", "aya.kone@example.com")
    monkeypatch.setattr(type(resources.pool()), "call", fail)
    visit.click("run_now")
    assert said(key) in visit.html and not visit.app.exception
    assert visit.widget("text_input", "email").value == "aya.kone@example.com"
    for page in ("rules", "report", "plan", "inputs", "home"):
        assert not visit.go(page).app.exception


def test_an_unforeseen_error_shows_a_kind_sentence(visit, monkeypatch, caplog):
    from tests.ui.test_pages import said

    monkeypatch.setattr(frame, "foot", lambda: int(SECRET))
    visit.run()
    assert said("ui.failed") in visit.html and not visit.app.exception
    assert "secret" not in caplog.text and "secret" not in visit.html

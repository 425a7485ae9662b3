"""Frees what departed visitors left: Streamlit's own time limit is lazy, it only acts when somebody else comes.

Uses private parts of Streamlit 1.67 (`_session_mgr`, `_session_storage`, `_cache`); a test tells when they move.
"""

from __future__ import annotations

import contextlib
import ctypes
import gc
import sys
import threading
import time

from starlette.formparsers import MultiPartParser
from streamlit.runtime import Runtime

EVERY = 10.0  # seconds; with a limit of 20 s for a lost connection, all is freed within a minute
_started = threading.Lock()


def start() -> None:
    """Starts the janitor once for the whole process, and keeps uploads out of temporary files."""
    if _started.acquire(blocking=False):
        MultiPartParser.spool_max_size = 64 * 1024 * 1024  # above maxUploadSize: an upload never touches the disk
        threading.Thread(target=_clean_forever, name="janitor", daemon=True).start()


def _clean_forever() -> None:
    while True:
        time.sleep(EVERY)
        with contextlib.suppress(Exception):  # the room must go on; the test of `clean` tells when Streamlit changed
            if clean():
                release()


def clean() -> int:
    """Ends every session whose time limit passed; returns how many there were."""
    if not Runtime.exists():
        return 0
    runtime = Runtime.instance()
    gone = 0
    with runtime._session_mgr._storage_lock:
        for _, info in runtime._session_mgr._session_storage._cache.expire() or ():
            info.session.shutdown()
            gone += 1
    if gone:
        runtime.media_file_mgr.remove_orphaned_files()
    return gone


def release() -> None:
    """Gives freed memory back to the system where that is possible."""
    gc.collect()
    if sys.platform == "linux":
        with contextlib.suppress(OSError, AttributeError):
            ctypes.CDLL("libc.so.6").malloc_trim(0)

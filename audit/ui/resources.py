"""The only file that caches: the pool of workers, shared by every visit. It never holds a person's words."""

from __future__ import annotations

from typing import Any

import streamlit as st

from audit.workers import Pool

AUDIT_SECONDS = 40.0
RENDER_SECONDS = 30.0
SHORT_SECONDS = 10.0


@st.cache_resource(show_spinner=False)
def pool() -> Pool:
    """Two workers with the models loaded; starting them does not wait for them."""
    return Pool(2, warm=("audit.tasks:warm",))


def ask(task: str, *args: Any, deadline: float = SHORT_SECONDS) -> Any:
    """The answer of a function of `audit.tasks`; WorkerFailed or TooSlow when there is none."""
    return pool().call(f"audit.tasks:{task}", *args, deadline=deadline)

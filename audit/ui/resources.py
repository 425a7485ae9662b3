"""The only file that caches: the pool of workers, shared by every visit. It never holds a person's words."""

from __future__ import annotations

from typing import Any

import streamlit as st

from audit.workers import Pool

# A call that comes while a worker still loads its models waits for that too: a shorter limit would kill it half loaded.
AUDIT_SECONDS = 60.0
RENDER_SECONDS = 60.0
SHORT_SECONDS = 45.0


@st.cache_resource(show_spinner=False)
def pool() -> Pool:
    """Two workers with the models loaded; starting them does not wait for them."""
    return Pool(2, warm=("audit.tasks:warm",))


def ask(task: str, *args: Any, deadline: float = SHORT_SECONDS) -> Any:
    """The answer of a function of `audit.tasks`; WorkerFailed or TooSlow when there is none."""
    return pool().call(f"audit.tasks:{task}", *args, deadline=deadline)

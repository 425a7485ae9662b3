"""What the tests of the page share: the app without a browser (AppTest), and one pool of workers for all of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from audit.ui import resources

ROOT = Path(__file__).resolve().parent.parent.parent
PAGES = ("home", "inputs", "report", "plan", "rules")
TIMEOUT = 120


@pytest.fixture(scope="session")
def pool():
    """The workers, ended when the tests end."""
    pool = resources.pool()
    yield pool
    pool.close()


class Visit:
    """One visit: clicks by key, whatever the widget's epoch is."""

    def __init__(self) -> None:
        self.app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=TIMEOUT)
        self.run()

    def run(self) -> Visit:
        self.app.run()
        return self

    def go(self, page: str) -> Visit:
        self.app.switch_page(f"audit/ui/pages/{page}.py")
        return self.run()

    def widget(self, kind: str, name: str, place: int = 0):
        """The widget whose key is `name` or ends with `:name…`."""
        found = [one for one in self.app.get(kind) if one.key and (one.key == name or one.key.partition(":")[2].startswith(name))]
        return found[place]

    def click(self, key: str) -> Visit:
        self.app.button(key=key).click()
        return self.run()

    def write(self, kind: str, name: str, value: object, place: int = 0) -> Visit:
        self.widget(kind, name, place).set_value(value)
        return self.run()

    @property
    def html(self) -> str:
        """All that `st.html` shows, without the style sheet."""
        return "\n".join(one.proto.body for one in self.app.get("html") if not one.proto.body.startswith("<style>"))

    @property
    def broken(self) -> bool:
        return bool(self.app.exception) or "a raté ici" in self.html or "went wrong here" in self.html


@pytest.fixture
def visit(pool) -> Visit:
    return Visit()

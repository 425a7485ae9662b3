"""Everything is escaped unless `safe` made it."""

import ast
from pathlib import Path

import pytest

from audit.ui import safe

ROOT = Path(__file__).resolve().parent.parent.parent
UI = sorted((ROOT / "audit" / "ui").rglob("*.py"))


def test_words_are_always_text():
    assert safe.tag("p", "<b>", 'a"b') == "<p>&lt;b&gt;a&quot;b</p>"
    assert safe.tag("p", safe.tag("b", "x")) == "<p><b>x</b></p>"


def test_attributes_are_escaped():
    assert safe.tag("p", class_='x" onclick="y') == '<p class="x&quot; onclick=&quot;y"></p>'


@pytest.mark.parametrize("name", ["script", "style", "iframe", "p onclick", "P", "form", ""])
def test_no_element_that_runs(name):
    with pytest.raises(ValueError):
        safe.tag(name, "x")


@pytest.mark.parametrize(
    "attributes", [{"onclick": "x"}, {"style": "x"}, {"href": "javascript:alert(1)"}, {"href": "data:text/html,x"}, {"src": "x"}]
)
def test_no_attribute_that_runs(attributes):
    with pytest.raises(ValueError):
        safe.tag("a", "x", **attributes)


def test_what_cannot_be_seen_is_shown():
    shown = safe.escape("a\u202eb\u200bc")
    assert "\u202e" not in shown and "\u200b" not in shown and shown.count("rf-invisible") == 2


def test_family_emoji_stay_whole():
    assert safe.escape("👩\u200d👧") == "👩\u200d👧"


def test_nothing_that_breaks_the_browser_passes():
    assert safe.escape("\ud800\x00\x07") == "\ufffd\ufffd\ufffd"


def test_only_one_file_writes_html():
    for path in UI:
        text = path.read_text(encoding="utf-8")
        if path.name != "safe.py":
            assert "st.html(" not in text, path.name
        for forbidden in ("st.markdown", "st.write", "unsafe_allow_html", "st.error", "st.exception", "components.html", "st.caption"):
            assert forbidden not in text, f"{path.name}: {forbidden}"


def test_nothing_caches_but_the_pool():
    for path in UI:
        text = path.read_text(encoding="utf-8")
        assert "cache_data" not in text, path.name
        assert "cache_resource" not in text or path.name == "resources.py", path.name


def test_only_state_names_session_keys():
    for path in UI:
        if path.name != "state.py":
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                assert not (isinstance(node, ast.Attribute) and node.attr == "session_state"), path.name


def test_a_page_that_opens_beside_this_one_does_not_know_it():
    assert safe.tag("a", "x", href="https://a.example", target="_blank", rel="noopener noreferrer").count("noopener") == 1
    for attributes in ({"target": "_top"}, {"rel": "opener"}):
        with pytest.raises(ValueError):
            safe.tag("a", "x", **attributes)

"""The traps of YAML answer with file, line and mend."""

import pytest

from audit.rulebook import RuleError
from audit.rulebook.yaml_text import load_yaml


def load(tmp_path, text):
    path = tmp_path / "pack.yaml"
    path.write_text(text, encoding="utf-8")
    return load_yaml(path, "rules/fr/pack.yaml")


def test_every_scalar_is_text(tmp_path):
    value = load(tmp_path, "on: [no, 12:30, 0123, ~]\n")
    assert value.data["on"].texts() == ("no", "12:30", "0123", "~")


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ("a: 1\nb: j'aime #foot\n", 2, "hashtag"),
        ("a:\n  - [[je te tue]] demain\n", 2, ""),
        ("a: [[x]]\n", 1, "[["),
        ("a: @nom\n", 1, ""),
        ("a: *nom\n", 1, ""),
        ("a: !nom x\n", 1, "tag"),
        ("a: 1\na: 2\n", 2, "twice"),
        ("", 1, "empty"),
    ],
)
def test_a_trap_is_refused_with_its_line(tmp_path, text, line, what):
    with pytest.raises(RuleError) as caught:
        load(tmp_path, text)
    assert str(caught.value).startswith(f"rules/fr/pack.yaml:{line}: ")
    assert what in str(caught.value)
    assert "mend:" in str(caught.value)


def test_a_comment_is_no_hashtag(tmp_path):
    assert load(tmp_path, "a: 1 # a comment\n").data["a"].text() == "1"
    assert load(tmp_path, 'a: "un #hashtag"\n').data["a"].text() == "un #hashtag"


def test_a_mapping_where_a_text_was_meant_is_refused(tmp_path):
    with pytest.raises(RuleError, match="mapping"):
        load(tmp_path, "a: [Il dit : bonjour]\n").data["a"].texts()

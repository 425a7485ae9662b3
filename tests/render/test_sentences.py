"""A finding is shown in its sentence, whole and unchanged."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.render.sentences import AROUND, around


@pytest.mark.parametrize(
    ("text", "words", "shown"),
    [
        ("Un. Deux trois quatre. Cinq.", "trois", ("Deux ", "trois", " quatre.")),
        ("Ligne\nautre ligne\nfin", "autre", ("", "autre", " ligne")),
        ("Quel naze ! Il rit.", "naze", ("Quel ", "naze", " !")),
        ("Quel naze! Il rit.", "naze!", ("Quel ", "naze!", "")),
        ("seul", "seul", ("", "seul", "")),
    ],
)
def test_the_sentence_of_the_words_is_shown(text, words, shown):
    start = text.index(words)
    assert around(text, start, start + len(words)) == shown


def test_a_long_sentence_is_cut_and_says_so():
    text = "a" * 500 + " mot " + "b" * 500
    before, words, after = around(text, 501, 504)
    assert words == "mot"
    assert before.startswith("…") and after.endswith("…")
    assert len(before) == len(after) == AROUND + 1


@given(st.text(max_size=400), st.integers(0, 400), st.integers(0, 400))
def test_what_is_shown_is_the_persons_text(text, one, two):
    start, end = sorted((min(one, len(text)), min(two, len(text))))
    before, words, after = around(text, start, end)
    assert words == text[start:end]
    assert before.removeprefix("…") + words + after.removesuffix("…") in text or "…" in text

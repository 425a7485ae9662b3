"""Folding loses nothing: every folded character knows where it came from."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.text import fold, plain


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("ÉTÉ", "ete"),
        ("cœur", "coeur"),
        ("p\u200bu\u200bte", "pute"),
        ("ｐｕｔａｉｎ", "putain"),
        ("𝓹𝓾𝓽𝓮", "pute"),
        ("рutаin", "putain"),  # Cyrillic р and а
        ("j’ai", "j'ai"),
        ("sous-homme", "sous homme"),
        ("deux  espaces\tici", "deux espaces ici"),
        ("🅿🅾", "po"),
        ("e\u0301te\u0301", "ete"),
    ],
)
def test_tricks_of_writing_fold_to_plain_letters(written, folded):
    assert plain(written) == folded


@given(st.text(max_size=200))
def test_every_folded_character_points_into_the_original(text):
    folded = fold(text)
    for index in range(len(folded.text)):
        start, end = folded.span(index, index + 1)
        assert 0 <= start < end <= len(text)


@given(st.text(max_size=60), st.sampled_from(["putain", "salope", "beuh"]), st.text(max_size=60))
def test_a_word_is_found_where_it_was_written(before, word, after):
    text = f"{before} {word} {after}"
    folded = fold(text)
    at = folded.text.find(word)
    assert at >= 0
    start, end = folded.span(at, at + len(word))
    assert plain(text[start:end]) == word


@given(st.text(max_size=200))
def test_folding_twice_changes_nothing_more(text):
    once = plain(text)
    assert plain(once) == once

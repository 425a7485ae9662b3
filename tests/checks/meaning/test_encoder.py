"""Sentences become the same numbers whatever is worked out ahead, remembered or read together."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.checks.meaning.encoder import Encoder, encoder
from audit.checks.meaning.features import _remembered, buckets

SENTENCES = [
    "Bonjour à tous, belle journée au marché de Vaulx !",
    "jsuis dég, g raté mon bus 😭😭",
    "Zyxwvutsrq",
    "I saw the « café » (closed), 3,50 € for nothing…",
    "l'ami d'un ami m'a dit : vas-y, fonce",
]


@pytest.fixture(scope="module")
def plain_encoder(tmp_path_factory):
    """An encoder with nothing worked out ahead."""
    nothing = tmp_path_factory.mktemp("pieces") / "none.npy"
    np.save(nothing, np.array([], dtype=np.int32))
    return Encoder(nothing)


def test_what_is_worked_out_ahead_changes_no_number(plain_encoder):
    for ours, plain in zip(encoder().encode(SENTENCES), plain_encoder.encode(SENTENCES), strict=True):
        assert np.allclose(ours.vector, plain.vector, atol=1e-5)
        assert np.allclose(ours.pieces, plain.pieces, atol=1e-4)


def test_sentences_do_not_see_each_other():
    for together, text in zip(encoder().encode(SENTENCES), SENTENCES, strict=True):
        (alone,) = encoder().encode([text])
        assert np.allclose(together.vector, alone.vector, atol=1e-5)
        assert together.pieces.shape == alone.pieces.shape


def test_a_head_may_multiply_before_the_norm():
    weights = np.random.default_rng(3).normal(size=(1280, 4)).astype(np.float32)
    (words,) = encoder().words(SENTENCES)
    rows = np.concatenate([one.pieces for one in encoder().encode(SENTENCES)])
    assert np.allclose(encoder().times(words, encoder().folded(weights)), rows @ weights, atol=1e-3)
    assert np.allclose(encoder().sums(words), np.add.reduceat(rows, words.starts), atol=1e-3)


@given(
    st.lists(st.sampled_from([*SENTENCES, "a  b", " é", "e\u0301", "▁", "x²", "\u200d", "12.", "'' ok", "ﬁn", "٣", "ไม่"]), max_size=5).map(
        " ".join
    )
)
def test_a_text_is_cut_as_the_package_cuts_it(text):
    tokenizer = encoder()._tokenizer
    assert tokenizer.cut(text) == tokenizer._whole.encode(text, out_type=int, add_bos=True, add_eos=True)


def test_only_words_of_the_lists_are_remembered():
    buckets("zyxwvutsrq bonjour")
    encoder().cut("Zyxwvutsrq bonjour")
    assert "bonjour" in _remembered
    assert "zyxwvutsrq" not in _remembered
    assert " bonjour" in encoder()._tokenizer._remembered
    assert " Zyxwvutsrq" not in encoder()._tokenizer._remembered

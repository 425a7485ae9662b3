"""Whatever the text, the check answers with spans inside it, and quickly."""

import time

from hypothesis import given, settings
from hypothesis import strategies as st

from audit.checks.personal import REASONS, find
from audit.model import Document
from audit.pipeline import prepare

ENGINE = prepare()
PIECES = st.sampled_from(
    [
        "06 ",
        "12 ",
        "+33",
        "zéro ",
        "six ",
        "vingt ",
        "et ",
        "FR76 ",
        "carte ",
        "0",
        "@",
        ".",
        "rue ",
        "né le ",
        "mdp : ",
        "/",
        "-",
        "é",
        "🚗",
        "\n",
        "a",
        "1234 ",
        "ﬁ",
        "\u200b",
        "İ",
    ]
)


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=60).map("".join)), st.sampled_from(["post", "bio", "cv", "message"]))
def test_spans_are_inside_the_text_and_reasons_are_known(text, kind):
    reading = ENGINE.reader.read(Document(text, kind=kind))
    for hit in find(reading):
        assert hit.reason in REASONS
        assert 0 <= hit.start < hit.end <= len(reading.text)


def test_long_hostile_texts_stay_linear():
    for piece in ("1 ", "06 12 ", "a@", "zero six ", "12 rue ", "fr76 ", "mdp : ", "code 1", "4970 "):
        short, long = _seconds(piece * 500), _seconds(piece * 4000)
        assert long < max(0.25, 24 * short), piece


def _seconds(text):
    reading = ENGINE.reader.read(Document(text))
    start = time.perf_counter()
    list(find(reading))
    return time.perf_counter() - start

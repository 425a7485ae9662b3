"""What the tests of personal data share: a text in, (reason, words) out."""

import pytest

from audit.checks.personal import find
from audit.model import Document


@pytest.fixture
def found(engine):
    def look(text, kind="post"):
        reading = engine.reader.read(Document(text, kind=kind))
        return [(hit.reason, reading.text[hit.start : hit.end]) for hit in find(reading)]

    return look

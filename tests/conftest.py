"""What every test shares: one engine on the real rules."""

import pytest

from audit.pipeline import prepare


@pytest.fixture(scope="session")
def engine():
    return prepare()

"""What every test shares: one engine on the real rules."""

import os

import pytest

os.environ.setdefault("OMP_NUM_THREADS", "1")  # as the command line and the workers do, before numpy is imported
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from audit.pipeline import prepare


@pytest.fixture(scope="session")
def engine():
    return prepare()

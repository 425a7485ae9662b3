"""Finding: the finders know words, patterns and checks; they do not judge."""

from audit.checks.reader import reader_of
from audit.checks.run import Finders, Result

__all__ = ["Finders", "Result", "reader_of"]

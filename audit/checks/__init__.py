"""Finding: the finders know words, patterns and checks; they do not judge."""

from audit.checks.run import Finders, Result

__all__ = ["Finders", "Result"]

"""The person's story as CV and profiles tell it, and where two of them do not say the same."""

from audit.checks.identity.story.compare import compare
from audit.checks.identity.story.nouns import Contradiction, Said

__all__ = ["Contradiction", "Said", "compare"]

"""Who a recruiter thinks the person is: addresses, handles, names, and the CV against the profiles."""

from audit.checks.identity.email import judge_email
from audit.checks.identity.handle import judge_handle
from audit.checks.identity.judged import Judged, Spared
from audit.checks.identity.story import Contradiction, Said, compare

__all__ = ["Contradiction", "Judged", "Said", "Spared", "compare", "judge_email", "judge_handle"]

"""Who a recruiter thinks the person is: addresses, handles, names, and the CV against the profiles."""

from audit.checks.identity.email import judge_email
from audit.checks.identity.handle import judge_handle
from audit.checks.identity.judged import Judged, Spared

__all__ = ["Judged", "Spared", "judge_email", "judge_handle"]

"""Who a recruiter thinks the person is: addresses, handles, names, and the CV against the profiles."""

from audit.checks.identity.email import judge_email
from audit.checks.identity.first_screen import Screen, Seen, first_screen
from audit.checks.identity.handle import judge_handle
from audit.checks.identity.joining import Joined, joined_handles
from audit.checks.identity.judged import Judged, Spared
from audit.checks.identity.moving import Step, moving_plan
from audit.checks.identity.search_kit import HOMONYMS, LOOK_AT, Link, removal_links, search_links
from audit.checks.identity.story import Contradiction, Said, compare
from audit.checks.identity.to_add import Additions, Missing, Model, models, to_add

__all__ = [
    "HOMONYMS",
    "LOOK_AT",
    "Additions",
    "Contradiction",
    "Joined",
    "Judged",
    "Link",
    "Missing",
    "Model",
    "Said",
    "Screen",
    "Seen",
    "Spared",
    "Step",
    "compare",
    "first_screen",
    "joined_handles",
    "judge_email",
    "judge_handle",
    "models",
    "moving_plan",
    "removal_links",
    "search_links",
    "to_add",
]

"""The report: findings merged, ordered, gathered into areas; what is good comes first."""

from audit.report.build import AREAS, build
from audit.report.merge import merge
from audit.report.priority import priority

__all__ = ["AREAS", "build", "merge", "priority"]

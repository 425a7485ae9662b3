"""Before and after: which findings are gone, which are still there, which are new; told by their keys, so edits elsewhere do not matter."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from audit.model import Category, Finding, Report


@dataclass(frozen=True, slots=True)
class Comparison:
    """Findings that count and were not set aside; `gone` are of the earlier report, the others of the later one."""

    gone: tuple[Finding, ...] = ()
    still: tuple[Finding, ...] = ()
    new: tuple[Finding, ...] = ()
    unknown: tuple[Finding, ...] = ()  # of the earlier report, in an area that the later one did not check


def compare(before: Report, after: Report, categories: Mapping[str, Category]) -> Comparison:
    """Each finding is counted: the same words twice before and once after are one gone and one still there.

    What was found in an area that the later report could not check is `unknown`, never gone.
    """
    unchecked = {area.id for area in after.areas if area.state == "not_checked"}
    earlier, later = _live(before, categories), _live(after, categories)
    left = Counter(finding.key for finding in later)
    gone, unknown = [], []
    for finding in earlier:
        if left[finding.key]:
            left[finding.key] -= 1
        elif categories[finding.category].area in unchecked:
            unknown.append(finding)
        else:
            gone.append(finding)
    had = Counter(finding.key for finding in earlier)
    still, new = [], []
    for finding in later:
        had[finding.key] -= 1
        (still if had[finding.key] >= 0 else new).append(finding)
    return Comparison(tuple(gone), tuple(still), tuple(new), tuple(unknown))


def _live(report: Report, categories: Mapping[str, Category]) -> list[Finding]:
    return [
        finding
        for finding in report.findings
        if finding.outcome != "set_aside" and finding.category in categories and categories[finding.category].counts
    ]

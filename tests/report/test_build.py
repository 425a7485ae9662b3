"""Areas: what was not looked at is never green, and neither is an address that does not do."""

import pytest

from audit.model import Document, Verdict
from audit.report import build
from tests.render.invented import CATEGORIES

ADDRESS = Document("petit.coquin@example.fr", "email", "email1")
HANDLE = Document("petit_coquin", "handle", "handle1", platform="tiktok")


def state(area, *verdicts):
    report = build([ADDRESS, HANDLE], [], verdicts, [], {}, CATEGORIES)
    return next(one.state for one in report.areas if one.id == area)


@pytest.mark.parametrize(("verdict", "expected"), [("unsuitable", "change_first"), ("improve", "improve"), ("good", "nothing_found")])
def test_the_verdict_on_an_address_is_seen_in_its_area_without_any_finding(verdict, expected):
    assert state("address", Verdict("email1", "email", verdict)) == expected


@pytest.mark.parametrize(("verdict", "expected"), [("unsuitable", "change_first"), ("neutral", "nothing_found")])
def test_the_verdict_on_a_handle_is_seen_in_its_own_area(verdict, expected):
    assert state("handles", Verdict("handle1", "handle", verdict)) == expected
    assert state("address", Verdict("handle1", "handle", verdict)) == "nothing_found"


def test_an_address_says_nothing_of_what_was_not_given():
    assert state("content", Verdict("email1", "email", "unsuitable")) == "not_checked"

"""Addresses as young people make them, written for this benchmark, each with its verdict and main reason; figures may only go up."""

import json
from pathlib import Path

from audit.checks.identity.email import judge_email
from audit.model import Owner

ROWS = [json.loads(line) for line in Path(__file__).with_name("joined.jsonl").read_text(encoding="utf-8").splitlines()]
JUDGED = [(row, judge_email(row["address"], Owner(row["first_name"], row["last_name"]))) for row in ROWS]


def test_the_verdicts_are_right():
    assert sum(judged.verdict == row["verdict"] for row, judged in JUDGED) >= 0.96 * len(JUDGED)


def test_the_main_reasons_are_found():
    bad = [(row, judged) for row, judged in JUDGED if row["reason"]]
    assert sum(row["reason"] in judged.reasons for row, judged in bad) >= 0.92 * len(bad)


def test_no_good_address_is_blamed():
    assert [judged.verdict for row, judged in JUDGED if row["verdict"] == "good" and judged.verdict != "good"] == []

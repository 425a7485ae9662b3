"""Addresses and handles as young people make them: verdicts and main reasons stay above a floor, in both halves.

Rows with odd numbers were looked at while the lists and the splitter were worked on; rows with even numbers were only measured.
"""

import json
from pathlib import Path

import pytest

from audit.checks.identity import judge_email, judge_handle
from audit.model import Owner

HALVES = {"seen": 1, "kept apart": 0}
FLOORS = {  # set, half: verdicts right, main reasons found
    ("addresses", "seen"): (0.97, 0.965),
    ("addresses", "kept apart"): (0.96, 0.91),
    ("handles", "seen"): (0.965, 0.97),
    ("handles", "kept apart"): (0.89, 0.89),
}


def rows(name: str, half: str) -> list[dict]:
    """The rows of one half of `name`.jsonl."""
    lines = Path(__file__).with_name(f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    found = [json.loads(line) for line in lines]
    return [row for row in found if int(row["id"][1:]) % 2 == HALVES[half]]


def judged(row: dict):
    if "handle" in row:
        return judge_handle(row["handle"], row["platform"])
    return judge_email(row["address"], Owner(row["first_name"], row["last_name"]))


@pytest.mark.parametrize(("name", "half"), FLOORS)
def test_verdicts_and_main_reasons_stay_above_their_floor(name, half):
    answers = [(row, judged(row)) for row in rows(name, half)]
    right = sum(row["verdict"] == answer.verdict for row, answer in answers) / len(answers)
    blamed = [(row, answer) for row, answer in answers if row["reasons"]]
    main = sum(row["reasons"][0] in answer.reasons for row, answer in blamed) / len(blamed)
    floor = FLOORS[name, half]
    assert right >= floor[0] and main >= floor[1], (right, main)


def test_the_sets_are_large_enough():
    assert sum(len(rows("addresses", half)) for half in HALVES) >= 1000
    assert sum(len(rows("handles", half)) for half in HALVES) >= 450

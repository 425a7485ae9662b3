"""The lists of names and words hold together."""

import re

import pytest

from audit.checks.identity import lists
from audit.checks.identity.vocabulary import HARD, NOTHING, SOFT, vocabulary
from tests.checks.identity.distinctive import compute

FILES = sorted([*(lists.DATA / "words").glob("*.txt"), *(lists.DATA / "names").glob("*.txt")])


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_list_says_where_it_comes_from(path):
    head = [line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
    assert any("Origin:" in line for line in head)


@pytest.mark.parametrize("name", [*HARD, *SOFT, "family", "job", "neutral", "places", "origin"])
def test_words_are_folded(name):
    assert [word for word in lists.words(name) if not re.fullmatch(r"[a-z0-9_]+=?", word)] == []


def test_a_word_has_one_reason():
    seen = {}
    double = [(word, code, seen[word]) for code in (*HARD, *SOFT) for word in lists.joined(code) if seen.setdefault(word, code) != code]
    assert double == []


def test_groups_of_people_are_no_harmful_words():
    slurs = {"pd", "pede", "pedes"}  # a slur when shouted, a proud word when chosen: the attack decides
    names = (lists.words("groups") | lists.joined("origin")) - slurs
    assert [word for word in names if vocabulary().get(word, NOTHING).code in HARD] == []


def test_distinctive_words_are_up_to_date():
    assert sorted(lists.words("distinctive")) == compute()

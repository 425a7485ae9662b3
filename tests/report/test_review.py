"""Decisions lie over a report and never change it."""

import pytest

from audit.report.review import MAX_NOTE, Mark, Review


def test_a_decision_can_be_made_changed_and_taken_back():
    review = Review().decide("a", "keep").decide("a", "discuss")
    assert review.decision("a") == "discuss"
    assert review.decide("a", "") == Review()


def test_a_review_is_never_changed_in_place():
    first = Review()
    first.decide("a", "keep").write("a", "note")
    assert first == Review()


def test_note_and_decision_live_side_by_side():
    review = Review().write("a", " Vu avec Sami ").decide("a", "done")
    assert review.marks == {"a": Mark("done", "Vu avec Sami")}
    assert review.decide("a", "").note("a") == "Vu avec Sami"


def test_an_unknown_decision_is_refused():
    with pytest.raises(ValueError, match="one of"):
        Review().decide("a", "delete")


def test_a_note_is_cut_and_scrubbed():
    assert Review().write("a", "é\x00\ud800" + "x" * 5000).note("a") == "é\ufffd\ufffd" + "x" * (MAX_NOTE - 3)


def test_marks_of_findings_that_are_gone_can_be_dropped():
    review = Review().decide("a", "keep").decide("b", "done")
    assert review.keep_only(["b"]) == Review().decide("b", "done")


def test_a_review_comes_back_as_it_was():
    review = Review().decide("a", "bring_back").write("b", "à revoir")
    assert Review.from_dict(review.to_dict()) == review


def test_a_hostile_mark_is_passed_over():
    saved = {"a": {"decision": "drop table", "note": ""}, "b": {"decision": "keep", "note": 3}, "c": {"decision": "keep", "note": ""}}
    assert Review.from_dict(saved) == Review().decide("c", "keep")


def test_notes_never_show_in_repr():
    assert "secret" not in repr(Review().write("a", "secret"))

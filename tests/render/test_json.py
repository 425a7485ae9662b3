"""A saved report comes back as it was; a file that was tampered with is refused, or harmless."""

import json
import random
from dataclasses import replace

import pytest

from audit.i18n import has
from audit.model import Finding
from audit.render.to_docx import to_docx
from audit.render.to_html import to_html
from audit.render.to_json import MAX_DEPTH, ReportError, from_json, saved_review, to_json
from audit.render.to_table import to_csv
from audit.render.to_text import to_text
from audit.report.review import Review
from tests.render.invented import make_invented_view, make_report

HOSTILE = (
    "<script>alert(1)</script>",
    "=1+1",
    "\ud800",
    "{n}",
    "../../etc",
    "",
    "x" * 5000,
    0,
    -1,
    10**30,
    True,
    None,
    [],
    {},
    [[]],
    1.5,
    "fr",
    "handle",
)


def refused(text):
    with pytest.raises(ReportError) as caught:
        from_json(text)
    return caught.value.code


def test_a_report_comes_back_as_it_was():
    report = make_report()
    assert from_json(to_json(report)) == report


def test_to_dict_is_the_json():
    report = make_report()
    assert json.loads(to_json(report)) == json.loads(json.dumps(report.to_dict()))


def test_decisions_travel_with_the_report():
    report = make_report()
    review = Review().decide(report.findings[0].key, "keep").write(report.findings[0].key, "avec Sami")
    saved = to_json(report, review)
    assert Review.from_dict(saved_review(saved)) == review
    assert from_json(saved) == report


def test_facts_of_any_plain_kind_can_be_saved():
    report = make_report()
    first: Finding = replace(report.findings[0], facts={"a": ("x", "y"), "b": {"c": frozenset({"z"})}, "n": 3})
    loaded = from_json(to_json(replace(report, findings=(first,))))
    assert loaded.findings[0].facts == {"a": ["x", "y"], "b": {"c": ["z"]}, "n": 3}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "not_json"),
        ("[]", "not_a_report"),
        ("{}", "not_a_report"),
        ("[" * 100_000, "not_json"),
        ('{"schema": NaN, "documents": []}', "not_json"),
        ('{"schema": 2, "documents": []}', "other_version"),
        ('{"schema": true, "documents": []}', "other_version"),
        ('{"schema": 1, "documents": []}', "wrong_shape"),
        ('{"schema": 1, "documents": ' + "[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1) + "}", "wrong_shape"),
        (b"\xff\xfe\x00", "not_json"),
        (b" " * 40_000_001, "too_large"),
    ],
)
def test_what_is_no_report_is_refused_with_a_code(text, code):
    assert refused(text) == code


@pytest.mark.parametrize("code", ["too_large", "not_json", "not_a_report", "other_version", "wrong_shape"])
@pytest.mark.parametrize("lang", ["fr", "en"])
def test_each_refusal_has_its_sentence(code, lang):
    assert has(f"problem.{code}", lang)


def test_a_finding_cannot_point_outside_its_text():
    saved = make_report().to_dict()
    saved["findings"][0]["end"] = 10_000
    assert refused(json.dumps(saved)) == "wrong_shape"


def test_the_words_of_a_finding_come_from_its_document():
    saved = make_report().to_dict()
    saved["findings"][0]["excerpt"] = "<b>autre</b>"
    assert from_json(json.dumps(saved)) == make_report()


def test_an_error_never_says_what_the_file_holds():
    with pytest.raises(ReportError) as caught:
        from_json('{"schema": 1, "documents": ["mon secret"]}')
    assert "secret" not in str(caught.value) and caught.value.__cause__ is None


def places(value, path=()):
    """Every place of a JSON value, as a path."""
    yield path
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in items:
        yield from places(item, (*path, key))


def changed(saved, path, value, remove):
    copy = json.loads(saved)
    holder = copy
    for key in path[:-1]:
        holder = holder[key]
    if remove:
        del holder[path[-1]]
    else:
        holder[path[-1]] = value
    return json.dumps(copy)


def test_a_thousand_changed_files_are_refused_or_harmless():
    report = make_report()
    saved = to_json(report, Review().decide(report.findings[0].key, "keep"))
    paths = [path for path in places(json.loads(saved)) if path]
    dice = random.Random(7)
    loaded = 0
    for number in range(1000):
        text = changed(saved, dice.choice(paths), dice.choice(HOSTILE), dice.random() < 0.2)
        try:
            again, marks = from_json(text), Review.from_dict(saved_review(text))
        except ReportError:
            continue
        loaded += 1
        view = make_invented_view(report=again, review=marks)
        page = to_html(view, True)
        assert "<script" not in page
        to_text(view, True)
        to_csv(view, True)
        if number % 25 == 0:
            to_docx(view, True)
    assert 100 < loaded < 900

"""`batch`: one line in, one line out, whatever the line holds."""

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from audit.cli.batch import answer, answer_lines
from audit.cli.progress import counted

ROOT = Path(__file__).resolve().parents[2]


def ask(engine, **request):
    return answer(json.dumps(request), engine)


def test_a_text_gets_findings_with_exact_offsets(engine):
    text = "Encore ce p*tain de bus 😂"
    found = ask(engine, id="a", type="text", text=text, kind="post")
    assert (found["id"], found["type"], found["lang"]) == ("a", "text", "fr")
    finding = found["findings"][0]
    assert text[finding["start"] : finding["end"]] == finding["excerpt"] == "p*tain"
    assert set(finding) == {"rule", "category", "severity", "outcome", "start", "end", "excerpt", "cues"}


def test_an_address_gets_verdict_reasons_and_suggestions(engine):
    found = ask(engine, id=1, type="email", address="titelouloute@gmail.com", first_name="Léa", last_name="Moreau")
    assert found["verdict"] == "unsuitable"
    assert found["reasons"]
    assert 3 <= len(found["suggestions"]) <= 5
    assert "suggestions" not in ask(engine, id=1, type="handle", handle="lea.moreau", platform="instagram")


def test_a_link_is_identified(engine):
    found = ask(engine, id=2, type="link", url="https://www.instagram.com/lea.demo/?hl=fr")
    assert (found["platform"], found["kind"], found["handle"]) == ("instagram", "profile", "lea.demo")


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("not json", "not_json"),
        ("[1]", "not_an_object"),
        ('{"id": 5, "type": "zzz"}', "unknown_type"),
        ('{"id": 5, "type": ["text"]}', "unknown_type"),
        ('{"id": 5, "type": "text"}', "missing_field"),
        ('{"id": 5, "type": "text", "text": 3}', "wrong_field"),
        ('{"id": 5, "type": "text", "text": null}', "wrong_field"),
        ('{"id": 5, "type": "text", "text": "a", "kind": "tweet"}', "wrong_field"),
        ('{"id": 5, "type": "text", "text": "a", "owner": [1]}', "wrong_field"),
        ('{"id": 5, "type": "text", "text": "a", "lang": "de"}', "wrong_field"),
        ("[" * 5000, "not_json"),
    ],
)
def test_a_faulty_line_gets_a_code(engine, line, code):
    found = answer(line, engine)
    assert found["error"]["code"] == code
    assert found["error"]["message"]
    assert found["id"] in (5, None)


def test_a_faulty_line_does_not_stop_the_rest(engine):
    lines = ['{"id": 1, "type": "text", "text": "bonjour"}', "oops", "", '{"id": 2, "type": "text", "text": "salut"}']
    answers = [json.loads(line) for line in answer_lines(lines, engine)]
    assert [found["id"] for found in answers] == [1, None, 2]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(text=st.text(max_size=300), kind=st.sampled_from(["post", "bio", "cv"]))
def test_any_text_is_answered_with_offsets_that_hold(engine, text, kind):
    found = ask(engine, id=0, type="text", text=text, kind=kind)
    assert "error" not in found
    for finding in found["findings"]:
        assert len(finding["excerpt"]) == finding["end"] - finding["start"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(address=st.text(max_size=60), first=st.text(max_size=20), last=st.text(max_size=20))
def test_any_address_and_handle_is_answered(engine, address, first, last):
    assert ask(engine, id=0, type="email", address=address, first_name=first, last_name=last)["verdict"] in (
        "good",
        "improve",
        "unsuitable",
    )
    assert ask(engine, id=0, type="handle", handle=address, platform=first, first_name=first, last_name=last)["verdict"] in (
        "good",
        "neutral",
        "unsuitable",
    )


def test_the_progress_bar_stays_on_standard_error(capsys):
    lines = [f"line {number}\n" for number in range(500)]
    assert list(counted(iter(lines), io.BytesIO(b""), True)) == lines
    shown = capsys.readouterr()
    assert shown.out == ""
    assert "500 lines" in shown.err


def run(*args, stdin=""):
    return subprocess.run(
        [sys.executable, "-m", "audit", *args], cwd=ROOT, input=stdin, capture_output=True, text=True, encoding="utf-8", timeout=120
    )


def test_the_command_reads_standard_input_and_writes_standard_output():
    done = run("batch", "-", stdin='{"id": 1, "type": "text", "text": "Putain de bus"}\n')
    assert done.returncode == 0
    assert json.loads(done.stdout)["findings"][0]["category"] == "profanity"


@pytest.mark.parametrize(
    "args",
    [
        ("batch", "/nowhere/secret-file.jsonl"),
        ("read", "/nowhere/secret-file.txt"),
        ("rules", "no.such"),
        ("try", "no.such", "x"),
        ("run", "--text", "/nowhere/secret-file.txt"),
    ],
)
def test_wrong_input_is_one_line_and_exit_two(args):
    done = run(*args)
    assert done.returncode == 2
    assert len(done.stderr.strip().splitlines()) == 1
    assert "Traceback" not in done.stderr
    assert "secret-file" not in done.stderr

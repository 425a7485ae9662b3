"""`run`: from files and names to a checklist or to files, and one clear line when it cannot."""

import json
from types import SimpleNamespace

import pytest

from audit.__main__ import parser
from audit.cli.whole import OutputError, audit_arguments
from audit.render.to_json import from_json


@pytest.fixture
def run(engine):
    return lambda *words: audit_arguments(parser().parse_args(["run", *words]), engine)


@pytest.fixture
def text(tmp_path):
    path = tmp_path / "posts.txt"
    path.write_text("Putain de bus !\n\n\nPremier jour de stage, trop content.", encoding="utf-8")
    return str(path)


def test_without_an_output_the_checklist_is_printed(run, text):
    printed = run("--text", text, "--first-name", "Léa", "--last-name", "Moreau")
    assert printed.startswith("Mon plan · Léa")
    assert "Un gros mot" in printed and "Putain" not in printed and "Moreau" not in printed


def test_quotes_are_printed_when_asked_for(run, text):
    assert "Putain" in run("--text", text, "--quotes")


def test_the_checklist_speaks_english(run, text):
    assert run("--text", text, "--lang", "en").startswith("My plan")


def test_all_outputs_are_written_at_once(run, text, tmp_path):
    outs = {kind: tmp_path / f"out.{kind}" for kind in ("json", "html", "pdf", "docx", "xlsx", "csv")}
    words = [part for kind, path in outs.items() for part in (f"--{kind}", str(path))]
    assert run("--text", text, "--email", "lea.moreau@example.fr", *words) == ""
    starts = {"pdf": b"%PDF", "docx": b"PK", "xlsx": b"PK", "csv": b"\xef\xbb\xbf", "html": b"<!DOCTYPE html>"}
    for kind, start in starts.items():
        assert outs[kind].read_bytes().lstrip().startswith(start)
    report = from_json(outs["json"].read_text(encoding="utf-8"))
    assert [document.kind for document in report.documents] == ["post", "post", "email"]
    assert json.loads(outs["json"].read_text(encoding="utf-8"))["schema"] == 1


def test_texts_and_files_have_their_own_numbers(run, text, tmp_path):
    out = tmp_path / "out.json"
    run("--text", text, "--file", text, "--handle", "tiktok:lea_m", "--handle", "lea_m", "--json", str(out))
    ids = [document["id"] for document in json.loads(out.read_text(encoding="utf-8"))["documents"]]
    assert len(ids) == len(set(ids)) == 6


def test_a_text_may_come_from_standard_input(run, monkeypatch):
    import io

    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(b"Bonjour, je cherche un stage.")))
    assert "Mon plan" in run("--text", "-")


def test_an_empty_text_is_said(run, tmp_path):
    path = tmp_path / "empty.txt"
    path.write_text(" \n")
    assert "Il n'y a rien à lire" in run("--text", str(path))


@pytest.mark.parametrize(
    "data",
    [b"\x00\xff\xfe" * 50, "🙂🙂🙂".encode(), "مرحبا بالعالم".encode(), b"<script>{{x}}</script>#read('a')"],
    ids=["bytes", "emoji", "rtl", "markup"],
)
def test_odd_text_gives_a_checklist(run, tmp_path, data):
    path = tmp_path / "odd.txt"
    path.write_bytes(data)
    assert "Mon plan" in run("--text", str(path), "--quotes")


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ((), "nothing to audit"),
        (("--kind", "tweet", "--email", "a@b.fr"), "one of: post, bio"),
        (("--text", "/nowhere/secret.txt"), "cannot read the --text file"),
        (("--email", "a@b.fr", "--pdf", "/nowhere/secret.pdf"), "cannot write the --pdf output"),
    ],
)
def test_what_cannot_be_done_is_one_clear_line(run, words, says):
    with pytest.raises(OutputError) as caught:
        run(*words)
    message = str(caught.value)
    assert says in message and "secret" not in message and "\n" not in message


def test_a_picture_is_no_text(run, tmp_path):
    path = tmp_path / "photo.txt"
    path.write_bytes(b"\x89PNG....")
    with pytest.raises(OutputError, match="no text file"):
        run("--file", str(path))


def test_a_cv_and_a_profile_are_compared(run, tmp_path):
    cv, profile, out = tmp_path / "cv.txt", tmp_path / "profile.txt", tmp_path / "out.json"
    cv.write_text("Léa Moreau\nEXPÉRIENCE\n2021 - 2023 : Vendeuse, Kiabi", encoding="utf-8")
    profile.write_text("Léa Moreau\nExpérience\nVendeuse · Kiabi (2022 - 2023)", encoding="utf-8")
    run("--cv", str(cv), "--profile", f"linkedin:{profile}", "--json", str(out))
    report = from_json(out.read_text(encoding="utf-8"))
    assert "any.consistency.dates" in {finding.rule for finding in report.findings}


def test_a_town_is_compared_with_the_cv_and_searched(run, tmp_path):
    cv, out = tmp_path / "cv.txt", tmp_path / "out.json"
    cv.write_text("Léa Moreau\n44000 Nantes\nEXPÉRIENCE\n2021 - 2023 : Vendeuse, Kiabi", encoding="utf-8")
    given = ["--cv", str(cv), "--town", "Lille", "--first-name", "Léa", "--last-name", "Moreau", "--search", "job", "--domain", "vente"]
    run(*given, "--json", str(out))
    report = from_json(out.read_text(encoding="utf-8"))
    assert "any.consistency.city" in {finding.rule for finding in report.findings}
    assert any("Lille" in link["url"] for link in report.extras["search"])
    assert {"search": "job", "domain": "vente"}.items() <= report.extras["models"][0]["facts"].items()

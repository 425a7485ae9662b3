"""What nobody should paste, pasted: the page answers, runs nothing, and loses nothing of the rest."""

import html

import pytest

HOSTILE = {
    "nul": "a\x00b\x00 putain\x00",
    "only emoji": "😀" * 400 + "👩‍👩‍👧‍👦🏴\U000e0067",
    "right to left": "مرحبا بالعالم \u202eputain\u202c שלום",
    "markup": "<script>alert(1)</script><img src=x onerror=alert(1)><svg/onload=alert(1)> putain",
    "markdown": "![x](http://evil.example/x.png) [l](javascript:alert(1)) **gras** :red[rouge] $x$ putain",
    "blanks": " " * 100_000,
    "one word": "a" * 300_000,
    "punctuation": "!" * 20_000 + "(" * 20_000,
    "line ends": "\n" * 50_000 + "putain",
    "zalgo": "p" + "\u0301" * 5_000 + "utain",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_text_is_answered_and_nothing_else_is_lost(visit, name):
    visit.go("inputs").write("text_input", "email", "aya.kone@example.com")
    visit.write("text_area", "text.", HOSTILE[name], 1).click("run_now")
    assert not visit.app.exception
    assert "rf-areas" in visit.html or "rf-notice" in visit.html
    assert "<script>alert" not in visit.html and "<img" not in visit.html and "onload=alert(1)>" not in visit.html
    for page in ("plan", "inputs", "report"):
        visit.go(page)
        assert not visit.app.exception
    assert visit.go("inputs").widget("text_input", "email").value == "aya.kone@example.com"


@pytest.mark.parametrize(
    "text", ["le bus est en retard. " * 250_000, "x" * 10_000_000], ids=["5.5 million characters", "one line of 10 MB"]
)
def test_a_text_that_is_too_long_is_refused_with_a_sentence(visit, text):
    visit.go("inputs").write("text_input", "email", "aya.kone@example.com")
    visit.write("text_area", "text.", text, 0).click("run_now")
    assert not visit.app.exception
    assert "rf-notice" in visit.html
    assert visit.go("inputs").widget("text_input", "email").value == "aya.kone@example.com"


def test_hostile_names_and_handles_are_shown_as_text(visit):
    bad = "<img src=x onerror=alert(1)>"
    visit.go("inputs").write("text_input", "first_name", bad).write("text_input", "last_name", bad)
    visit.write("text_input", "email", f"{bad}@example.com").write("text_input", "handle.", bad).click("run_now")
    for page in ("report", "plan", "inputs"):
        visit.go(page)
        assert not visit.broken
        assert "<img" not in visit.html
    assert html.escape(bad) in visit.go("report").html


@pytest.mark.parametrize(
    "data", [b"", b"\x00" * 5000, b"PK\x03\x04zip", b"%PDF-1.7", "déjà".encode("cp1252"), "\ufeffbonjour".encode("utf-16")]
)
def test_any_file_is_answered_with_a_sentence(visit, data):
    visit.go("inputs")
    visit.widget("file_uploader", "text_file").upload("mes textes.txt", data, "text/plain")
    visit.run()
    assert not visit.broken
    assert "rf-notice" in visit.html


@pytest.mark.parametrize("data", [b"", b"{}", b"[" * 100_000, b'{"schema": 99}', b'{"schema": 1, "documents": 3}', b"\xff\xfe\x00", b"NaN"])
def test_a_file_that_is_no_report_is_refused_kindly(visit, data):
    visit.go("inputs")
    visit.widget("file_uploader", "saved.").upload("reflet-bilan.json", data, "application/json")
    visit.run()
    assert not visit.broken
    assert "rf-notice" in visit.html and "rf-areas" not in visit.html


def test_lone_surrogates_never_reach_a_widget(visit):
    visit.go("inputs")
    mine = visit.app.session_state["mine"]
    mine.email, mine.texts[1].text = "a\ud800@example.com", "\ud800 salut \udfff putain"
    visit.click("language").click("run_now")
    for page in ("report", "plan", "inputs"):
        visit.go(page)
        assert not visit.broken

"""Every page, in both languages, without a browser."""

import html
import re

import pytest

from audit.i18n import has, say
from audit.tasks import FORMS
from tests.ui.conftest import PAGES, ROOT


def said(key: str, lang: str = "fr", **facts: object) -> str:
    """A sentence of the interface as it stands in HTML."""
    return html.escape(say(key, lang, **facts))


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("page", PAGES)
def test_every_page_opens_with_nothing_given(visit, page, lang):
    if lang == "en":
        visit.click("language")
    visit.go(page)
    assert not visit.broken
    title = said("ui.home.title" if page == "home" else f"ui.page.{page}", lang)
    assert f"<h1>{title}" in visit.html
    assert f'documentElement.lang="{lang}"' in visit.html


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("who", ["lina", "enzo", "jordan"])
def test_an_invented_person_fills_every_page(visit, who, lang):
    if lang == "en":
        visit.click("language")
    visit.click(f"demo_{who}")
    assert "rf-areas" in visit.html  # the report, at one click
    for page in PAGES:
        visit.go(page)
        assert not visit.broken, page
    visit.go("plan")
    assert "rf-action" in visit.html


def test_what_is_good_comes_before_what_to_change(visit):
    visit.click("demo_lina")
    assert 0 < visit.html.index("rf-good-box") < visit.html.index('class="rf-card')


def test_help_comes_first_when_somebody_seems_to_need_it(visit):
    visit.click("demo_enzo")
    assert 0 < visit.html.index('class="rf-help"') < visit.html.index("rf-good-box")
    assert "3114" in visit.html


def test_nothing_given_is_answered_kindly(visit):
    visit.go("inputs").click("run_now")
    assert said("ui.inputs.nothing") in visit.html


def test_a_name_alone_is_nothing_to_look_at(visit):
    visit.go("inputs").write("text_input", "first_name", "Aya").click("run_now")
    assert said("ui.inputs.nothing") in visit.html


def test_the_words_found_are_marked_in_their_sentence(visit):
    visit.go("inputs").write("text_area", "text.", "Putain de bus, encore en retard.", 1).click("run_now")
    assert "<mark>Putain</mark> de bus" in visit.html


def test_what_was_written_survives_other_pages_and_the_other_language(visit):
    visit.go("inputs")
    visit.write("text_input", "email", "aya.kone@example.com").write("selectbox", "kind.", "comment", 1)
    visit.write("text_area", "text.", "Bravo à toute l'équipe", 1)
    visit.go("rules").click("language").go("inputs")
    assert visit.widget("text_input", "email").value == "aya.kone@example.com"
    assert visit.widget("text_area", "text.", 1).value == "Bravo à toute l'équipe"
    assert visit.widget("selectbox", "kind.", 1).value == "comment"


def test_several_posts_are_announced_before_the_audit(visit):
    visit.go("inputs").write("text_area", "text.", "Un jour\n\n\nDeux jours\n\n\nTrois jours", 1)
    assert said("ui.inputs.posts", n=3) in visit.html
    assert '<li dir="auto">Deux jours</li>' in visit.html


def test_rows_can_be_added_and_taken_away(visit):
    visit.go("inputs")
    before = len(visit.app.text_area)
    visit.click("add_text")
    assert len(visit.app.text_area) == before + 1
    first = visit.widget("text_area", "text.", 0)
    visit.click(f"drop_text_{first.key.rpartition('.')[2]}")
    assert len(visit.app.text_area) == before


def test_a_changed_text_asks_for_a_new_report(visit):
    visit.click("demo_lina").go("inputs").write("text_input", "first_name", "Lou").go("report")
    assert said("ui.report.changed") in visit.html
    visit.click("again")
    assert said("ui.report.changed") not in visit.html


def test_a_decision_is_kept_and_shown_in_the_plan(visit):
    visit.click("demo_lina").go("plan")
    first = next(one for one in visit.app.get("pills") if "decide.plan." in one.key)
    first.set_value("done")
    visit.run().go("report").go("plan")
    assert "rf-is-done" in visit.html


def test_what_was_set_aside_can_be_brought_back(visit):
    visit.go("inputs").write("text_area", "text.", "Il m'a dit « connard » devant tout le monde.", 1).click("run_now")
    assert "<mark>connard</mark>" in visit.html
    visit.go("report")
    back = next(one for one in visit.app.button if one.key and one.key.startswith("back_"))
    back.click()
    visit.run()
    assert "rf-tone-review" in visit.html


def test_rules_can_be_searched(visit):
    visit.go("rules").write("text_input", "rules.query", "telephone")
    assert not visit.broken
    shown = visit.html.count('class="rf-fold rf-rule"')
    assert 0 < shown <= 10
    visit.write("text_input", "rules.query", "xyzzyxyzzy")
    assert visit.html.count('class="rf-fold rf-rule"') == 0


def test_erasing_leaves_nothing(visit):
    visit.click("demo_lina").go("inputs").click("erase_now")
    assert said("ui.erased") in visit.html
    kept = repr(visit.app.session_state.to_dict())
    assert "Brévaux" not in kept and "titelina" not in kept and "bourrée" not in kept
    assert all(not (one.value or "") for one in (*visit.app.text_input, *visit.app.text_area))
    visit.go("report")
    assert said("ui.report.nothing") in visit.html


def test_a_saved_report_comes_back_with_its_decisions(visit, pool):
    visit.click("demo_lina").go("plan")
    next(one for one in visit.app.get("pills") if "decide.plan." in one.key).set_value("discuss")
    visit.run()
    result = visit.app.session_state["result"]
    saved = pool.call("audit.tasks:render", result.report, "json", "fr", result.review, deadline=60)
    visit.click("erase_now").go("inputs")
    visit.widget("file_uploader", "saved.").upload("reflet-bilan.json", saved, "application/json")
    visit.run()
    assert said("ui.inputs.report_loaded") in visit.html
    assert "rf-areas" in visit.go("report").html and said("ui.report.changed") not in visit.html
    assert "rf-is-discuss" in visit.go("plan").html
    assert visit.go("inputs").widget("text_input", "email").value == "titelinadu34@example.com"


@pytest.mark.parametrize("form", FORMS)
def test_every_file_can_be_made_in_both_languages(visit, pool, form):
    visit.click("demo_lina")
    result = visit.app.session_state["result"]
    for lang in ("fr", "en"):
        data = pool.call("audit.tasks:render", result.report, form, lang, result.review, result.owner, False, deadline=60)
        assert data[:4] in (b"%PDF", b"PK\x03\x04") or data.decode("utf-8").strip()
        assert form == "json" or "connard" not in data.decode("utf-8", "ignore")


def test_every_sentence_that_is_named_exists_in_both_languages():
    named = set()
    for path in (ROOT / "audit" / "ui").rglob("*.py"):
        named |= set(re.findall(r"""["'](ui\.[a-z0-9_.]+[a-z0-9])["']""", path.read_text(encoding="utf-8")))
    assert len(named) > 80
    assert [key for key in sorted(named) for lang in ("fr", "en") if not has(key, lang)] == []

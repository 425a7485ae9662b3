"""What a recruiter takes the person for, on the page: links that are only opened by hand, what is good before what is missing."""

import html
import re

import typst

from audit.i18n import say
from audit.render.nouns import Card, IdentityView, SideView
from audit.ui.parts import card as cards
from audit.ui.parts import identity as parts


def test_the_plan_holds_folded_links_that_open_apart(visit):
    visit.click("demo_enzo").go("plan")
    page = visit.html
    kit = page[page.index(say("identity.kit.title", "fr")) :]
    links = re.findall(r'<a href="(https://[^"]+)"([^>]*)>', kit)
    assert any("Talvard" in url for url, _ in links)
    assert all('target="_blank"' in more and 'rel="noopener noreferrer"' in more for _, more in links)
    assert f'<details class="rf-fold"><summary>{say("identity.kit.title", "fr")}' in page


def test_the_report_shows_first_screens_and_a_handle_in_two_places(visit):
    visit.click("demo_enzo").go("report")
    assert html.escape(say("identity.screen.title", "fr")) in visit.html
    assert html.escape(say("identity.joined.why", "fr")) in visit.html


def test_what_is_there_comes_before_what_is_missing(monkeypatch):
    monkeypatch.setattr(parts, "t", lambda key, **facts: say(key, "fr", **facts))
    shown = parts.to_add(IdentityView(there=("Déjà bien.",), missing=("Ajoute <b>.",), models=("Un modèle",)))
    assert shown.index("Déjà bien.") < shown.index("Ajoute &lt;b&gt;.") < shown.index("Un modèle")
    assert parts.to_add(IdentityView(there=("Déjà bien.",))) is None


def test_a_card_shows_both_sides_and_the_right_spelling(monkeypatch):
    monkeypatch.setattr(cards, "t", lambda key, **facts: say(key, "fr", **facts))
    blank = dict.fromkeys(
        "key anchor rule category category_title title severity severity_label outcome outcome_label document document_label "
        "before words after why why_fine advice instead".split(),
        "",
    )
    sides = (SideView("Sur ton CV", "2021 <i>"), SideView("Sur LinkedIn", "2022"))
    shown = cards.card(Card(**blank, question="2021 ici, 2022 là : lequel est juste ?", sides=sides, corrections=("envoi → envoie",)))
    assert shown.index("lequel est juste") < shown.index("Sur ton CV") < shown.index("2021 &lt;i&gt;") < shown.index("Sur LinkedIn")
    assert "<code>envoi → envoie</code>" in shown


def test_what_is_said_further_down_changes_the_report_and_comes_back(visit, pool):
    visit.go("inputs").write("text_input", "first_name", "Léa").write("text_input", "last_name", "Moreau")
    assert not [one for one in visit.app.get("expander") if one.label == say("ui.accounts", "fr")]
    visit.write("text_input", "handle.", "lea.mrn")
    visit.write("selectbox", "visibility.", "private").write("text_area", "top.", "Ma plus belle photo de vacances")
    visit.widget("button_group", "picture.").set_value(["face", "party"])
    visit.run().write("text_input", "about.town", "Lille").write("text_input", "about.training", "BTS NDRC")
    visit.write("selectbox", "about.search", "apprenticeship").click("run_now").go("report")
    assert html.escape(say("identity.picture.says.face", "fr")) in visit.html
    assert "Je cherche une alternance" in visit.go("plan").html
    report = visit.app.session_state["result"].report
    assert {one.visibility for one in report.documents if one.platform == "instagram"} == {"private"}

    saved = pool.call("audit.tasks:render", report, "json", "fr", deadline=60)
    visit.click("erase_now").go("inputs")
    visit.widget("file_uploader", "saved.").upload("reflet-bilan.json", saved, "application/json")
    mine = visit.run().app.session_state["mine"]
    assert (mine.town, mine.training, mine.search) == ("Lille", "BTS NDRC", "apprenticeship")
    (row,) = mine.handles
    assert (row.visibility, row.picture, row.top) == ("private", ("face", "party"), "Ma plus belle photo de vacances")
    assert "Ma plus belle photo de vacances" not in [box.text for box in mine.texts]


def test_a_cv_in_pdf_is_compared_with_a_pasted_profile(visit, tmp_path):
    source = tmp_path / "cv.typ"
    source.write_text("Léa Moreau\n\nEXPÉRIENCE\n\n2021 – 2023 : Vendeuse, Kiabi", encoding="utf-8")
    visit.go("inputs")
    visit.widget("file_uploader", "text_file").upload("cv.pdf", typst.compile(str(source), format="pdf"), "application/pdf")
    visit.run().write("selectbox", "kind.", "profile")
    visit.write("text_area", "text.", "Léa Moreau\nExpérience\nVendeuse\nKiabi\nsept. 2022 - juin 2023")
    assert say("ui.inputs.file.held_cv", "fr", number=1) in visit.html
    visit.click("run_now").go("report")
    assert html.escape("2021 ici, 2022 là : lequel est juste ?") in visit.html

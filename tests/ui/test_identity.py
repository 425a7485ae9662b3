"""What a recruiter takes the person for, on the page: links that are only opened by hand, what is good before what is missing."""

import html
import re

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

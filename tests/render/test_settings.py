"""The settings of each network stand in the view and on every paper: what was found there, the way, how sure it is, when it was checked."""

import io
from dataclasses import replace

import pytest
from docx import Document as open_docx
from pypdf import PdfReader

from audit.render.settings import NETWORKS
from audit.render.sheet import make_sheet
from audit.render.to_docx import to_docx
from audit.render.to_html import to_html
from audit.render.to_json import from_json, to_json
from audit.render.to_pdf import pages, to_pdf
from audit.render.to_text import to_text
from audit.sources.links import card
from tests.render.invented import make_invented_view, make_report


def report(platforms=("instagram", "x"), profiles=()):
    """The invented report, whose first texts stand on `platforms`, with `profiles` that were links."""
    made = make_report()
    names = dict(zip(("text1", "text3", "text5", "text6", "text9", "text10"), platforms, strict=False))
    documents = tuple(replace(one, platform=names.get(one.id, one.platform)) for one in made.documents)
    return replace(made, documents=documents, extras={**made.extras, "profiles": [{"platform": name} for name in profiles]})


def view(lang="fr", **more):
    return make_invented_view(lang, report(**more), card=card)


def docx_text(made):
    return "\n".join(paragraph.text for paragraph in open_docx(io.BytesIO(made)).paragraphs)


PAPERS = {
    "html": to_html,
    "pdf": lambda made: " ".join(page.extract_text() for page in PdfReader(io.BytesIO(to_pdf(made))).pages),
    "docx": lambda made: docx_text(to_docx(made)),
    "text": to_text,
}


@pytest.mark.parametrize("paper", PAPERS)
def test_each_paper_holds_the_way_the_word_how_sure_and_the_date(paper):
    printed = " ".join(PAPERS[paper](view()).split())
    for words in ("Mes réglages", "Instagram", "Cannabis", "Confidentialité du compte", "chemin sûr", "Vérifié le 22 novembre 2026"):
        assert words in printed, words
    for label in ("Choisir qui te voit", "Faire le tri", "Récupérer tes données", "Supprimer le compte"):
        assert label in printed
    assert "TikTok" in printed  # its handle was given
    english = " ".join(PAPERS[paper](view("en")).split())
    assert "My settings" in english and "Account privacy" in english and "sure path" in english


def test_every_sign_of_every_card_is_drawn_on_paper():
    from audit.sources.links import cards

    for one in cards():
        shown = make_sheet(view(platforms=(one.platform,))).settings.networks
        printed = " ".join(path.text + path.note for network in shown for path in network.paths)
        from audit.render.glyphs import MISSING, printable

        assert MISSING not in printable(printed), one.platform


def test_a_link_that_could_not_be_read_has_its_card_too():
    assert "facebook" in [one.id for one in view(profiles=["facebook"]).platforms]
    assert "Facebook" in to_html(view(profiles=["facebook"]))


def test_networks_where_something_was_found_come_first():
    seen = view(platforms=("instagram", "snapchat"), profiles=["discord"]).platforms
    assert [one.id for one in seen[:2]] == ["instagram", "snapchat"] and seen[0].found and not seen[-1].found


def test_what_is_private_or_set_aside_is_not_named_beside_a_network():
    seen = {one.id: one.found for one in view(platforms=("x", "x", "x", "x", "reddit", "telegram")).platforms}
    assert seen["reddit"] == () and seen["telegram"] == ()  # what the law protects, and distress


def test_without_a_network_there_is_no_page_of_settings():
    made = make_report()
    bare = replace(made, documents=tuple(replace(one, platform="") for one in made.documents))
    shown = make_invented_view("fr", bare, card=card)
    assert shown.platforms == () and "Mes réglages" not in to_html(shown) and pages(to_pdf(shown)) == 2


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_settings_take_one_page_however_many_networks(lang):
    many = ["facebook", "linkedin", "snapchat", "youtube", "discord", "whatsapp", "telegram", "reddit", "pinterest"]
    shown = view(lang, profiles=many)
    assert pages(to_pdf(shown)) == 3
    assert len(make_sheet(shown).settings.networks) == NETWORKS and make_sheet(shown).settings.more


def test_a_saved_report_keeps_its_networks():
    saved = from_json(to_json(report(profiles=["facebook"])))
    loaded = make_invented_view("fr", saved, card=card)
    assert loaded.platforms == view(profiles=["facebook"]).platforms


def test_a_network_typed_by_hand_or_by_a_stranger_is_no_text_on_paper():
    strange = ["<script>", "http://evil.example", "a" * 300, "", None, 3]
    shown = make_invented_view("fr", report(platforms=("../../etc", "X y"), profiles=strange), card=card)
    assert [one.id for one in shown.platforms] == ["tiktok"]


@pytest.mark.parametrize("profiles", [["facebook"], ["facebook", "youtube"]])
def test_one_or_two_networks_stand_on_the_persons_own_page(profiles):
    """A usual audit keeps to two pages."""
    made = report(profiles=profiles)
    made = replace(made, documents=tuple(replace(one, platform="") for one in made.documents))
    shown = make_invented_view("fr", made, card=card)
    assert len(make_sheet(shown).settings.networks) == len(profiles)
    assert pages(to_pdf(shown)) == 2
    assert "Mes réglages" in PdfReader(io.BytesIO(to_pdf(shown))).pages[0].extract_text()

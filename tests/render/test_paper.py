"""What is printed: two pages, the first name only, no quotes unless asked for, and any character survives or is seen missing."""

import io
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from docx import Document as open_docx
from pypdf import PdfReader

from audit.model import Owner, scrub
from audit.render.glyphs import MISSING, drawable, printable
from audit.render.to_docx import to_docx
from audit.render.to_html import to_html
from audit.render.to_pdf import pages, to_pdf
from audit.render.to_table import to_csv
from audit.render.to_text import to_text
from tests.render.invented import FOUND, TEXTS, crowded, make_invented_view, make_report

PRIVATE = (
    "Bensaïd",
    "bensaid",
    "gros naze",
    "fumé mon joint",
    "06 39 98",
    "titelouloute",
    "loulou",
    "syndi",
    "Tu sembles aller mal",
    "vie 🌿",
)
HOSTILE = (
    "{{ 7*7 }}",
    "{% for x in y %}",
    '#read("/etc/passwd")',
    "#panic[x] $x$ *gras* _i_ = titre",
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "=HYPERLINK(1)",
    "\\u{1F600} \\ #sys.inputs",
    "👨‍👩‍👧‍👦 🏳️‍🌈 🇫🇷 👍🏽 1️⃣",
    "مرحبا ﷽ שלום 你好 ᄒ नमस्ते",
    "e\u0301\u0302\u0303 a\u200b\u202e\u2066b\x00\x07\x1b[31m\ufffe",
    "mot" * 4000,
    "\ud800",
)


class Texts(HTMLParser):
    """The tags and the visible text of a page."""

    def __init__(self, page):
        super().__init__()
        self.tags, self.text, self._quiet = [], [], False
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self._quiet = tag == "style"

    def handle_endtag(self, tag):
        self._quiet = False

    def handle_data(self, data):
        if not self._quiet:
            self.text.append(data)


def docx_text(data):
    return "\n".join(paragraph.text for paragraph in open_docx(io.BytesIO(data)).paragraphs)


def pdf_text(data):
    text = "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages)
    return text.replace("\u200b", "").replace("\xa0", " ")


PAPERS = {
    "html": lambda view, quotes=False: " ".join(Texts(to_html(view, quotes).encode("utf-8").decode("utf-8")).text),
    "pdf": lambda view, quotes=False: pdf_text(to_pdf(view, quotes)),
    "docx": lambda view, quotes=False: docx_text(to_docx(view, quotes)),
    "text": lambda view, quotes=False: to_text(view, quotes).encode("utf-8").decode("utf-8"),
    "csv": lambda view, quotes=False: to_csv(view, quotes).decode("utf-8-sig"),
}
EACH = pytest.mark.parametrize("paper", PAPERS)
SHEETS = pytest.mark.parametrize("paper", ["html", "pdf", "docx", "text"])


def hostile_view(words):
    """A view whose first name, text, quote, address, platform and suggestions all hold hostile words."""
    texts = (("text1", "post", f"avant {words} après"), *TEXTS[1:])
    report = make_report((("fr.drugs.own", "text1", scrub(words), "flag"), *FOUND[1:]), texts, Owner(words, words))
    verdicts = tuple(replace(verdict, suggestions=(words, f"{words}@example.fr")) for verdict in report.verdicts)
    documents = tuple(replace(one, text=words, platform=words) if one.id == "handle1" else one for one in report.documents)
    return make_invented_view(report=replace(report, verdicts=verdicts, documents=documents))


@EACH
@pytest.mark.parametrize("lang", ["fr", "en"])
def test_no_quote_no_private_thing_and_no_last_name_is_printed_by_default(paper, lang):
    printed = PAPERS[paper](make_invented_view(lang))
    assert [secret for secret in PRIVATE if secret in printed] == []


@EACH
def test_quotes_are_printed_when_asked_for_but_nothing_private(paper):
    printed = re.sub(r"\s+", " ", PAPERS[paper](make_invented_view(), True))
    assert "gros naze" in printed
    assert [secret for secret in ("syndiqu", "j'en peux plus", "Tu sembles aller mal") if secret in printed] == []


@SHEETS
def test_the_paper_says_what_matters(paper):
    printed = re.sub(r"\s+", " ", PAPERS[paper](make_invented_view()).replace("’", "'"))
    for words in (
        "Inès",
        "23 novembre 2026",
        "Rien n'est enregistré",
        "Ce qui va bien",
        "Aujourd'hui : 3 actions",
        "À discuter",
        "Je garde",
        "Qui voit quoi",
        "L1132-1",
        "3114",
        "Prochain rendez-vous",
    ):
        assert words in printed
    assert "/100" not in printed and "score" not in printed.lower()


@SHEETS
def test_two_hundred_findings_are_all_printed(paper):
    printed = re.sub(r"\s+", " ", PAPERS[paper](crowded(200)))
    assert [number for number in range(200) if f"Gros mot numéro {number} " not in printed] == []


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("quotes", [False, True])
def test_a_usual_audit_is_two_pages(lang, quotes):
    made = to_pdf(make_invented_view(lang), quotes)
    assert pages(made) == len(PdfReader(io.BytesIO(made)).pages) == 2


def test_page_one_is_for_the_person_and_page_two_for_the_counsellor():
    one, two = (page.extract_text() for page in PdfReader(io.BytesIO(to_pdf(make_invented_view()))).pages)
    assert "Mon plan" in one and "L1132-1" not in one
    assert "conseillère" in two and "Inès" not in two


def test_with_too_many_actions_the_first_two_pages_stay():
    texts = [page.extract_text() for page in PdfReader(io.BytesIO(to_pdf(crowded(200)))).pages]
    assert "Mon plan" in texts[0] and "conseillère" in texts[1] and "La suite de mon plan" in texts[2]


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_pdf_is_tagged_and_names_its_language_and_nobody(lang):
    made = PdfReader(io.BytesIO(to_pdf(make_invented_view(lang))))
    root = made.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert str(root["/Lang"]).startswith(lang)
    assert b"pdfuaid" in root["/Metadata"].get_object().get_data()
    assert not any("Inès" in str(value) for value in (made.metadata or {}).values())
    assert {font.split("+")[-1].split("-")[0] for font in _fonts(made)} <= {"NotoSans", "NotoEmoji", "NotoSansArabic"}


def _fonts(pdf):
    for page in pdf.pages:
        for font in page["/Resources"].get("/Font", {}).values():
            yield str(font.get_object()["/BaseFont"]).lstrip("/")


@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
@pytest.mark.parametrize("paper", PAPERS)
def test_hostile_words_are_printed_as_words(paper, words):
    assert PAPERS[paper](hostile_view(words), True)


def test_hostile_words_make_no_tag_and_no_load():
    plain = set(Texts(to_html(make_invented_view(), True)).tags)
    for words in HOSTILE:
        page = to_html(hostile_view(words), True)
        assert set(Texts(page).tags) <= plain
        assert "<script" not in page and "<img" not in page and "src=" not in page.replace("src=x", "")
    assert "{{ 7*7 }}" in " ".join(Texts(to_html(hostile_view("{{ 7*7 }}"), True)).text)


def test_typst_code_in_words_stays_words():
    printed = pdf_text(to_pdf(hostile_view('#read("/etc/passwd")'), True))
    assert "root:" not in printed
    assert "#read" in printed


def test_the_page_loads_nothing():
    page = to_html(make_invented_view())
    assert "default-src 'none'" in page
    assert not re.search(r"(?:src|href|url\()\s*=?\s*[\"']?(?:https?:)?//", page)


def test_every_character_of_the_shipped_fonts_can_be_typeset():
    known = sorted(drawable() - {0})
    for start in range(0, len(known), 1500):
        words = " ".join(chr(code) for code in known[start : start + 1500])
        view = replace(make_invented_view(), strengths=(words,))
        assert to_pdf(view).startswith(b"%PDF")


def test_a_character_no_font_has_is_seen_missing():
    assert printable("a 你好 b") == f"a {MISSING} b"
    assert printable("é€🙂") == "é€🙂"


def test_a_word_without_end_can_break():
    assert max(len(piece) for piece in printable("a" * 1000).split("\u200b")) <= 24


def test_controls_never_reach_a_terminal():
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f\ud800-\udfff]", to_text(hostile_view("\x1b[31m\x07\ud800"), True))


def test_the_word_file_tells_neither_person_nor_machine():
    about = open_docx(io.BytesIO(to_docx(make_invented_view()))).core_properties
    assert (about.author, about.last_modified_by, about.title) == ("Reflet", "", "Reflet : ma liste")

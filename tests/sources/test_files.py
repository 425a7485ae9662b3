"""Files of the person: a CV in PDF or Word, the LinkedIn archive; hostile files end without harm."""

import io
import zipfile

import docx
import pypdf
import pytest
import typst

from audit.sources import files
from audit.sources.archive import Archive, ArchiveRefused
from audit.sources.files import read_file

CV = ["Léa Moreau", "EXPÉRIENCE", "2021 – 2023 : Vendeuse, Kiabi", "FORMATION", "2019 – 2021 : BTS NDRC, Lycée Livet"]


def pdf(tmp_path, lines=CV) -> bytes:
    source = tmp_path / "cv.typ"
    source.write_text("\n\n".join(lines), encoding="utf-8")
    return typst.compile(str(source), format="pdf")


def word(fill) -> bytes:
    made, held = docx.Document(), io.BytesIO()
    fill(made)
    made.save(held)
    return held.getvalue()


def zipped(entries: dict[str, str | bytes], method=zipfile.ZIP_DEFLATED) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", method) as made:
        for name, data in entries.items():
            made.writestr(name, data)
    return held.getvalue()


def codes(data: bytes) -> list[str]:
    return [problem.code for problem in read_file(data).problems]


def test_a_cv_in_pdf_is_read_whole(tmp_path):
    (document,) = read_file(pdf(tmp_path)).documents
    assert document.kind == "cv"
    assert [line for line in document.text.split("\n") if line] == CV


def test_a_locked_or_empty_pdf_says_so(tmp_path):
    writer, held = pypdf.PdfWriter(), io.BytesIO()
    writer.append(io.BytesIO(pdf(tmp_path)))
    writer.encrypt("secret", algorithm="RC4-128")
    writer.write(held)
    assert codes(held.getvalue()) == ["locked"]
    assert codes(pdf(tmp_path, ["#pagebreak()"])) == ["no_text"]
    assert codes(b"%PDF-1.7") == ["damaged"]


def test_a_table_of_a_word_cv_is_read_row_by_row():
    def fill(made):
        made.sections[0].header.paragraphs[0].text = "Léa Moreau"
        made.add_paragraph("FORMATION")
        table = made.add_table(1, 2)
        table.cell(0, 0).text, table.cell(0, 1).text = "2019 – 2021", "BTS NDRC, Lycée Livet"

    (document,) = read_file(word(fill)).documents
    assert document.kind == "cv"
    assert document.text == "Léa Moreau\nFORMATION\n2019 – 2021  |  BTS NDRC, Lycée Livet"


def test_a_text_box_is_read_once_and_its_older_copy_never():
    w, mc = "http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://schemas.openxmlformats.org/markup-compatibility/2006"
    box = "<w:txbxContent><w:p><w:r><w:t>Nantes</w:t></w:r></w:p></w:txbxContent>"
    body = (
        f'<w:document xmlns:w="{w}" xmlns:mc="{mc}"><w:body><w:p><w:r><w:t>Léa</w:t></w:r>'
        f"<mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:p></w:body></w:document>"
    )
    assert read_file(zipped({"word/document.xml": body})).documents[0].text == "Léa\nNantes"


def test_a_word_document_with_entities_is_refused():
    laughs = '<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><w:document xmlns:w="w"><w:body>&b;</w:body></w:document>'
    assert codes(zipped({"word/document.xml": laughs})) == ["damaged"]
    assert codes(zipped({"word/document.xml": laughs.encode("utf-16")})) == ["damaged"]


def test_bombs_are_refused_before_they_go_off():
    assert codes(zipped({"word/document.xml": b"0" * 300_000_000})) == ["too_large"]
    assert codes(zipped({"Profile.csv": b"a,b\n"}, zipfile.ZIP_BZIP2)) == ["damaged"]
    assert codes(zipped({f"{number}.csv": "" for number in range(2_100)})) == ["too_large"]
    assert codes(b"PK\x03\x04zip") == ["damaged"]


def test_an_entry_larger_than_it_said_is_refused():
    data = bytearray(zipped({"Profile.csv": b"a" * 100_000}))
    place = data.rindex(b"PK\x01\x02") + 24
    data[place : place + 4] = (10).to_bytes(4, "little")
    with pytest.raises(ArchiveRefused):
        Archive(bytes(data)).read("Profile.csv", 1_000)


def test_a_file_that_takes_too_long_is_given_up(monkeypatch):
    monkeypatch.setattr(files, "SECONDS", 0.0)
    assert codes(b"%PDF-1.7") == ["too_large"]


def test_the_linkedin_archive_tells_the_same_story_as_the_page():
    shares = 'Date,ShareLink,ShareCommentary,SharedUrl,MediaUrl,Visibility\n2026-02-03 09:12:33,,"Fière !""\n""Merci",,,MEMBER_NETWORK\n'
    messages = "FROM,TO,DATE,CONTENT,IS MESSAGE DRAFT\nLéa Moreau,X,2026-04-01 09:00:00 UTC,Bonjour,No\nX,Léa Moreau,2026-04-01 10:00:00 UTC,Pas à moi,No\n"
    read = read_file(
        zipped(
            {
                "Profile.csv": "First Name,Last Name,Headline,Summary,Geo Location\nLéa,Moreau,Étudiante en BTS,Motivée,Nantes\n",
                "Positions.csv": "Company Name,Title,Started On,Finished On\nKiabi,Vendeuse,Sep 2022,\n",
                "Education.csv": "School Name,Start Date,End Date,Degree Name\nLycée Livet,2019,2021,BTS NDRC\n",
                "Shares_1234.csv": shares,
                "messages.csv": messages,
            }
        )
    )
    assert (read.platform, read.profile["name"], read.problems) == ("linkedin", "Léa Moreau", ())
    by_kind = {document.kind: document for document in read.documents}
    assert by_kind["profile"].text.split("\n")[3:] == [
        "Expérience",
        "Vendeuse",
        "Kiabi",
        "Sep 2022 - aujourd’hui",
        "Formation",
        "Lycée Livet",
        "BTS NDRC",
        "2019 - 2021",
    ]
    assert (by_kind["post"].text, by_kind["post"].visibility, by_kind["post"].date) == ("Fière !\nMerci", "private", "2026-02-03T09:12:33Z")
    assert [document.text for document in read.documents if document.kind == "message"] == ["Bonjour"]


def test_a_zip_that_is_no_archive_we_know_says_so():
    assert codes(zipped({"photo.txt": "rien"})) == ["unknown_archive"]


def test_a_plain_text_cv_is_kept_whole():
    data = "Léa\n\n\n\n2021".encode()
    assert [document.kind for document in read_file(data, "cv").documents] == ["cv"]
    assert len(read_file(data).documents) == 2

"""`read`: what a source brings, one Document a line, then counts and problems."""

import json

import pytest

from audit.cli.read import SourceError, read_sources
from audit.sources.paste import paste, split_posts


def read(path, **options):
    given = {"me": "", "url": "", "status": 200, "offline": True, "with_others": False, **options}
    return [json.loads(line) for line in read_sources([str(path)], **given)]


def test_a_text_file_is_split_into_posts(tmp_path):
    path = tmp_path / "posts.txt"
    path.write_text("Premier post\n\n\nDeuxième post\n---\nTroisième", encoding="utf-8")
    *documents, last = read(path)
    assert [document["text"] for document in documents] == ["Premier post", "Deuxième post", "Troisième"]
    assert last["counts"] == {"post": 3}
    assert last["problems"] == []


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_every_usual_encoding_is_read(tmp_path, encoding):
    path = tmp_path / "posts.txt"
    path.write_bytes("Été à la mer".encode(encoding))
    assert read(path)[0]["text"] == "Été à la mer"


@pytest.mark.parametrize(
    ("data", "code"), [(b"", "empty"), (b"PK\x03\x04zip", "damaged"), (b"%PDF-1.7", "damaged"), (b"\x89PNG", "not_text")]
)
def test_what_is_no_text_is_said(tmp_path, data, code):
    path = tmp_path / "file.bin"
    path.write_bytes(data)
    assert [problem["code"] for problem in read(path)[-1]["problems"]] == [code]


def test_a_missing_file_is_an_error_without_its_name(tmp_path):
    with pytest.raises(SourceError) as caught:
        read(tmp_path / "secret.txt")
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize(
    ("pasted", "count"),
    [
        ("un seul post\n\navec deux paragraphes", 1),
        ("a\n\n\nb", 2),
        ("a\n***\nb\n***\nc", 3),
        ("12 mars 2024\nun post\nil y a 3 j\nautre post", 2),
        ("", 0),
    ],
)
def test_posts_pasted_together_are_split(pasted, count):
    assert len(split_posts(pasted)) == count


def test_a_bio_or_a_cv_is_never_split():
    assert len(paste([("bio", "a\n\n\nb"), ("post", "c\n---\nd")])) == 3


def test_a_saved_page_is_known_by_its_first_bytes(tmp_path):
    path = tmp_path / "page.html"
    path.write_text(
        '<!doctype html><html><head><meta property="og:title" content="Léa Demo (@lea.demo)"><meta property="og:url" content="https://www.instagram.com/lea.demo/">'
        '<meta property="og:description" content="12 Followers - Photos from Léa Demo"></head><body></body></html>',
        encoding="utf-8",
    )
    assert read(path)[-1]["platform"] == "instagram"


def test_offline_refuses_links():
    with pytest.raises(SourceError, match="--offline"):
        list(read_sources(["https://www.instagram.com/lea"], me="", url="", status=200, offline=True, with_others=False))


def test_a_walled_platform_is_blocked_without_a_request():
    (last,) = (
        json.loads(line)
        for line in read_sources(["https://www.linkedin.com/in/lea"], me="", url="", status=200, offline=False, with_others=False)
    )
    assert last["outcome"] == "blocked"

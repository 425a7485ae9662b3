"""What a link names is told from its text alone."""

import json
from pathlib import Path

import pytest

from audit.sources.links import Link, LinkError, identify, is_number
from audit.sources.links.platforms import platforms

DATA = Path(__file__).parents[2] / "data" / "links"
VECTORS = json.loads((DATA / "url_vectors.json").read_text(encoding="utf-8"))["vectors"]
MORE = json.loads((DATA / "more_vectors.json").read_text(encoding="utf-8"))
FIELDS = ("platform", "kind", "handle", "canonical", "needs_resolution")


def named(url):
    try:
        return identify(url).to_dict()
    except LinkError:
        return dict.fromkeys(FIELDS[:4]) | {"needs_resolution": False}


@pytest.mark.parametrize("vector", VECTORS, ids=lambda v: v["input"][:60])
def test_every_given_link_is_told_right(vector):
    assert named(vector["input"]) == {field: vector[field] for field in FIELDS}


@pytest.mark.parametrize("vector", MORE, ids=lambda v: v["input"][:60])
def test_every_link_of_our_own_list_is_told_right(vector):
    if "error" in vector:
        with pytest.raises(LinkError) as caught:
            identify(vector["input"])
        assert caught.value.code == vector["error"]
    else:
        assert identify(vector["input"]).to_dict() == {field: vector[field] for field in FIELDS}


def test_at_least_sixty_platforms_are_known():
    assert len([p for p in platforms().values() if p.shapes]) >= 60


@pytest.mark.parametrize(
    "platform", sorted(name for name, p in platforms().items() if p.page.startswith("https://") and "{2}" not in p.page)
)
def test_the_canonical_page_of_each_platform_names_the_same_handle_again(platform):
    known = platforms()[platform]
    handle = {
        "orcid": "0000-0002-1825-0097",
        "imdb": "ur12345",
        "google_maps": "123456789012",
        "bluesky": "lea.bsky.social",
        "pixiv": "123456",
    }.get(platform)
    handle = handle or ("123456789" if known.id in ("stackoverflow", "stackexchange", "roblox", "airbnb") else "leademo")
    host = known.hosts[0]
    url = known.page.replace("{h}", handle).replace("{host}", host)
    found = identify(url)
    assert (found.platform, found.handle) == (platform, handle)
    assert found.kind in ("profile", "blog")
    assert identify(found.canonical).canonical == found.canonical


@pytest.mark.parametrize("host", ["instagram.com", "tiktok.com", "linkedin.com", "facebook.com", "x.com", "github.com"])
@pytest.mark.parametrize(
    "mask",
    [
        "https://{}.evil.example/in/lea",
        "https://not{}/in/lea",
        "https://evil.example/{}/lea",
        "https://{}-login.example/lea",
        "https://{}:8443/lea",
    ],
)
def test_a_look_alike_host_is_never_the_platform(host, mask):
    assert identify(mask.format(host)).platform == "website"


@pytest.mark.parametrize("url", ["https://lea:secret@instagram.com/lea", "https://instagram.com@evil.example/", "https://@github.com/lea"])
def test_a_link_that_hides_its_target_names_nobody(url):
    assert identify(url) == Link(None, "unknown", None, None, False)


@pytest.mark.parametrize("prefix", ["http://", "https://", "", "//", "HTTP://", "https://www.", "https://m.", "www."])
@pytest.mark.parametrize("suffix", ["", "/", "?igsh=abc", "/?hl=fr", "#x", ".", ",", " "])
def test_mobile_hosts_tracking_and_stray_signs_change_nothing(prefix, suffix):
    assert identify(f"{prefix}instagram.com/lea.demo{suffix}").canonical == "https://www.instagram.com/lea.demo/"


def test_a_bare_handle_needs_the_platform_and_then_is_enough():
    with pytest.raises(LinkError, match="which_platform"):
        identify("@lea.demo")
    assert identify("@lea.demo", platform="instagram").canonical == "https://www.instagram.com/lea.demo/"
    assert identify("lea_demo", platform="tiktok").handle == "lea_demo"


def test_wrappers_round_wrappers_are_taken_off():
    inner = "https%253A%252F%252Fwww.instagram.com%252Flea.demo%252F"
    assert identify(f"https://l.facebook.com/l.php?u=https%3A%2F%2Fl.instagram.com%2F%3Fu%3D{inner}").handle == "lea.demo"


def test_a_wrapper_that_wraps_itself_ends():
    url = "https://l.facebook.com/l.php?u=" * 30 + "https://x.com/lea"
    assert identify(url).platform in ("x", "website", "facebook")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "\u200b",
        "coucou",
        "a" * 5000,
        "https://",
        "http://?",
        "https:///x",
        "https://exa mple",
        "https://%",
        "\x00",
        "https://[::1",
        "data:text/html,x",
    ],
)
def test_what_is_no_link_is_a_value_with_a_code(text):
    with pytest.raises(LinkError) as caught:
        identify(text)
    assert caught.value.code.isidentifier()
    assert text.strip() == "" or text.strip() not in str(caught.value)


def test_no_handle_shows_in_repr():
    assert "lea.demo" not in repr(identify("https://www.instagram.com/lea.demo/"))


@pytest.mark.parametrize(
    ("platform", "handle", "number"),
    [
        ("facebook", "100012345678901", True),
        ("linkedin", "ACoAAAabcdefGHIJKLmnop", True),
        ("linkedin", "acosta-maria", False),
        ("youtube", "UCabcdefghijklmnopqrstuv", True),
        ("youtube", "UCanDoIt", False),
        ("tiktok", "MS4wLjABAAAAabcDEF", True),
        ("bluesky", "did:plc:abc", True),
        ("instagram", "lea.demo.fr", False),
        ("vinted", "12345678", True),
    ],
)
def test_a_number_that_a_network_gives_is_not_a_name_that_somebody_chose(platform, handle, number):
    assert is_number(platform, handle) is number

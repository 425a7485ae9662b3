"""How people type a link: finds it in what they pasted, mends the scheme, understands app addresses and "insta : lea"."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from urllib.parse import unquote

from audit.sources.links.address import INVISIBLE
from audit.sources.links.nouns import LinkError
from audit.sources.links.platforms import fediverse, platforms, schemes

LONGEST = 4096
_HALVES = re.compile("[\ud800-\udfff]")  # halves of characters that a cut copy leaves behind: no web address can hold one
_WEB = re.compile(r"h?t?tps?[:;]?[/\\]{1,4}", re.I)
_LINK_IN_TEXT = re.compile(r"https?://[^\s<>\"«»“”]+", re.I)
_MARKDOWN = re.compile(r"\[[^\]]*\]\(\s*<?([^\s)>]+)>?[^)]*\)")
_BARE = re.compile(r"(?:[\w\-]+\.)+[^\W\d_][\w\-]*\.?(?::\d{1,5})?(?:[/?#]\S*)?", re.I)
_FEDIVERSE = re.compile(r"@?([\w.\-]+)@((?:[\w\-]+\.)+[a-z]{2,})", re.I)
_DISCORD_TAG = re.compile(r"[^\s@#:]{2,32}#\d{4}")
# Endings that make a bare "name.ending" a site rather than a handle with a dot in it (lea.moreau is no site).
_ENDINGS = frozenset(
    [
        "com",
        "fr",
        "org",
        "net",
        "eu",
        "io",
        "me",
        "info",
        "biz",
        "re",
        "be",
        "ch",
        "ca",
        "uk",
        "de",
        "es",
        "it",
        "pt",
        "nl",
        "lu",
        "co",
        "tv",
        "app",
        "dev",
        "blog",
        "site",
        "online",
        "page",
        "pages",
        "xyz",
        "tech",
        "shop",
        "club",
        "art",
        "design",
        "social",
        "link",
        "bio",
        "paris",
        "bzh",
        "corsica",
        "alsace",
        "edu",
        "gov",
        "name",
        "pro",
        "mobi",
        "us",
        "in",
        "ru",
        "pl",
        "se",
        "no",
        "fi",
        "dk",
        "cz",
        "at",
        "ie",
        "jp",
        "kr",
        "br",
        "mx",
        "ma",
        "dz",
        "tn",
        "sn",
        "ci",
        "cm",
        "pf",
        "nc",
        "gp",
        "mq",
        "gf",
        "yt",
        "pm",
        "wf",
        "tf",
        "cat",
    ]
)


def tidy(text: str) -> str:
    """What was pasted, without invisible characters, quotes and the sentence round the link; LinkError("empty"|"too_long")."""
    text = INVISIBLE.sub("", unicodedata.normalize("NFC", text))
    text = _HALVES.sub("", text).strip()
    if not text:
        raise LinkError("empty")
    if len(text) > LONGEST:
        raise LinkError("too_long")
    marked = _MARKDOWN.search(text)
    if marked:
        text = marked.group(1)
    elif re.search(r"\s", text):
        inside = _LINK_IN_TEXT.search(text)
        text = inside.group() if inside else text
    return _trim(text)


def _trim(text: str) -> str:
    text = text.strip().lstrip("([{<«»“”\"'‘’`*_>•–—- \t\u00a0")
    while text:
        last = text[-1]
        if last in ".,;!?…»”\"'’`>*|\u00a0 " or (last in ")]}" and text.count(last) > text.count("([{"[")]}".index(last)])):
            text = text[:-1]
        else:
            break
    return text


def to_web(text: str) -> str:
    """The web link that `text` stands for (typos of https, app addresses, bare hosts, handles that name their own platform).

    LinkError("email" | "which_platform" | "not_a_link") when there is none.
    """
    text = _twice(text)
    sky = re.fullmatch(r"(?:https?://)?@?((?:[a-z0-9\-]+\.)+bsky\.(?:social|team))/?", text, re.I)
    if sky:
        return f"https://bsky.app/profile/{sky.group(1)}"
    web = _WEB.match(text)
    if web:
        scheme = "http" if re.match(r"h?t?tp[:;]?[/\\]", text, re.I) else "https"
        rest = text[web.end() :]
        if web.group().count("\\"):
            raise LinkError("bad_address")
        return f"{scheme}://{rest}"
    if text.startswith("//"):
        return "https:" + text
    for attempt in (_app, _own_form, _said):
        found = attempt(text)
        if found:
            return found
    if re.match(r"[a-z][a-z0-9+.\-]*:(?!\d{1,5}(?:[/?#]|$))", text, re.I):
        raise LinkError("bad_scheme")
    return _bare(text)


def _twice(text: str) -> str:
    """https://https://… (the scheme was already there when the link was pasted) counts once."""
    return re.sub(r"^(?:https?:/{0,2}\s*)+(?=https?:?/)", "", text, flags=re.I)


@lru_cache(maxsize=1)
def _app_shapes() -> list[tuple[re.Pattern[str], str]]:
    return [
        (re.compile(re.escape(row["at"]).replace(r"\{v\}", r"(?P<v>[^&]+?)") + r"(?:[&?/].*)?", re.I | re.S), row["to"])
        for row in schemes()["app"]
    ]


def _app(text: str) -> str | None:
    intent = re.match(r"intent://(.+?)#Intent;", text, re.I)
    if intent:
        return "https://" + intent.group(1)
    at = re.match(r"at://([^/\s]+)(?:/app\.bsky\.feed\.post/([^/\s]+))?", text, re.I)
    if at:
        return f"https://bsky.app/profile/{at.group(1)}" + (f"/post/{at.group(2)}" if at.group(2) else "")
    for shape, to in _app_shapes():
        hit = shape.fullmatch(text)
        if hit:
            value = hit.group("v")
            return to.replace("{v}", unquote(value) if to == "{v}" else value)
    return None


def _own_form(text: str) -> str | None:
    """Handles that say themselves where they live: u/lea, @lea@server, @lea.bsky.social, did:plc:…"""
    reddit = re.fullmatch(r"/?(u|user|r)/([\w\-]{2,21})/?", text, re.I)
    if reddit:
        return f"https://www.reddit.com/{'r' if reddit.group(1).lower() == 'r' else 'user'}/{reddit.group(2)}"
    if re.fullmatch(r"did:(?:plc|web):[\w.:%\-]+", text):
        return f"https://bsky.app/profile/{text}"
    sure = text.startswith("@") or text.lower().startswith("acct:")
    there = _FEDIVERSE.fullmatch(re.sub(r"^acct:", "", text, flags=re.I))
    if there:
        user, server = there.group(1), there.group(2).lower()
        if sure or any(server in hosts for name, hosts in fediverse().items() if name != "names"):
            return f"https://{server}/@{user}"
        raise LinkError("email")
    return None


def _said(text: str) -> str | None:
    """ "insta : @lea.demo" and "lea.demo (insta)": the platform was said beside the handle."""
    hit = re.fullmatch(r"(?:mon |my )?([^\W\d_][\w ]{0,14}?)\s*(?:\s|[:=>→\-]+)\s*@?([\w.\-#]{2,60})", text, re.I)
    words = _said_words()
    if hit and hit.group(1).lower().strip() in words and (re.search(r"[:=>→@]", text) or words[hit.group(1).lower().strip()] != "x"):
        return page_of(words[hit.group(1).lower().strip()], hit.group(2))
    hit = re.fullmatch(r"@?([\w.\-]{2,60})\s*[(\[]?\s*(?:sur |on )?([^\W\d_][\w ]{0,14}?)[)\]]?", text, re.I)
    if hit and ("(" in text or " sur " in text or " on " in text) and hit.group(2).lower().strip() in words:
        return page_of(words[hit.group(2).lower().strip()], hit.group(1))
    return None


@lru_cache(maxsize=1)
def _said_words() -> dict[str, str]:
    return {word: platform for platform, words in schemes()["said"].items() for word in words}


def page_of(platform: str, handle: str) -> str | None:
    """The address of `handle` on `platform`, before it is checked; None when the platform has no such pages."""
    known = platforms().get(platform)
    handle = handle.lstrip("@")
    if platform == "mastodon":
        user, _, server = handle.partition("@")
        return f"https://{server or 'mastodon.social'}/@{user}"
    if platform == "discord":
        return f"https://discord.com/users/{handle.replace('#', '%23')}"
    if not known or "{h}" not in known.page or ("{host}" in known.page and not known.hosts):
        return None
    host = "www." + known.hosts[0] if known.hosts else ""
    return known.page.replace("{h}", handle).replace("{host}", host)


def _bare(text: str) -> str:
    if re.search(r"\s", text):
        raise LinkError("not_a_link")
    if text.startswith("@"):
        if "/" in text and _BARE.fullmatch(text[1:]):
            return "https://" + text[1:]
        raise LinkError("which_platform")
    if not _BARE.fullmatch(text):
        raise LinkError("which_platform" if re.fullmatch(r"[\w.\-]{2,60}", text) and re.search(r"[\d_.\-]", text) else "not_a_link")
    host = re.split(r"[/?#:]", text)[0].rstrip(".").lower()
    if host == text.lower().rstrip(".") and host.rpartition(".")[2] not in _ENDINGS:
        raise LinkError("which_platform")
    return "https://" + text

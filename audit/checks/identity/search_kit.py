"""Ready links to search oneself, opened by the person; nothing is fetched here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from urllib.parse import quote, quote_plus

import yaml

from audit.checks.identity.folding import fold
from audit.checks.identity.lists import DATA
from audit.model import Owner

LOOK_AT = ("first_page", "images", "videos", "old_accounts", "other_people", "friends_tags", "private_window", "documents")
HOMONYMS = ("note_differences", "city_or_job", "own_page_first", "tell_recruiter")
_FILE = DATA / "search" / "links.yaml"


@cache
def addresses(group: str) -> Mapping[str, str]:
    """The addresses of a group of `data/search/links.yaml` (engines, images, places, removal) by name."""
    held = yaml.load(_FILE.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    return {name: entry["url"] for name, entry in held[group].items()}


@dataclass(frozen=True, slots=True)
class Link:
    """A link to open: `group` (name, name_city, images, handle, account, removal), the `engine` or place, what it searches, the address."""

    group: str
    engine: str
    query: str = field(repr=False)
    url: str = field(repr=False)


def search_links(owner: Owner, handles: Iterable[str] = (), city: str = "", email: str = "") -> tuple[Link, ...]:
    """Links to search the owner's name, name with town, pictures, handles and old address in several engines; empty where nothing was given."""
    name = " ".join(owner.names)
    links: list[Link] = []
    engines = addresses("engines")
    if name:
        links += [Link("name", engine, f'"{name}"', _fill(url, f'"{name}"')) for engine, url in engines.items()]
        if len(owner.names) == 2:
            turned = f'"{owner.last_name} {owner.first_name}"'
            links.append(Link("name", "google", turned, _fill(engines["google"], turned)))
        if city.strip():
            query = f'"{name}" {city.strip()}'
            links += [Link("name_city", engine, query, _fill(engines[engine], query)) for engine in ("google", "bing", "qwant")]
        documents = f'"{name}" filetype:pdf'
        links.append(Link("documents", "google", documents, _fill(engines["google"], documents)))
        links += [Link("images", engine, name, _fill(url, f'"{name}"')) for engine, url in addresses("images").items()]
    for handle in dict.fromkeys(handle.strip().lstrip("@") for handle in handles if handle.strip(" @")):
        links += [Link("handle", engine, f'"{handle}"', _fill(engines[engine], f'"{handle}"')) for engine in ("google", "bing")]
        if all(char.isalnum() or char in "._-" for char in fold(handle)):
            links += [Link("account", place, handle, url.format(h=quote(handle, safe=""))) for place, url in addresses("places").items()]
    if email.strip():
        links.append(Link("email", "google", f'"{email.strip()}"', _fill(engines["google"], f'"{email.strip()}"')))
    return tuple(links)


def removal_links() -> tuple[Link, ...]:
    """Where to ask for a page to leave the results, or to be taken down; `identity.removal.ENGINE` says when."""
    return tuple(Link("removal", place, "", url) for place, url in addresses("removal").items())


def _fill(url: str, query: str) -> str:
    return url.format(q=quote_plus(query))

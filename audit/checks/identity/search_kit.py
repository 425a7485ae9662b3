"""Ready links to search oneself, opened by the person; nothing is fetched here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from urllib.parse import quote, quote_plus

from audit.checks.identity.folding import fold
from audit.model import Owner

ENGINES = {
    "google": "https://www.google.com/search?q={q}",
    "bing": "https://www.bing.com/search?q={q}",
    "qwant": "https://www.qwant.com/?q={q}",
    "duckduckgo": "https://duckduckgo.com/?q={q}",
    "ecosia": "https://www.ecosia.org/search?q={q}",
}
IMAGES = {
    "google_images": "https://www.google.com/search?tbm=isch&q={q}",
    "bing_images": "https://www.bing.com/images/search?q={q}",
    "qwant_images": "https://www.qwant.com/?t=images&q={q}",
}
PLACES = {
    "instagram": "https://www.instagram.com/{h}/", "tiktok": "https://www.tiktok.com/@{h}", "x": "https://x.com/{h}", "snapchat": "https://www.snapchat.com/add/{h}",
    "youtube": "https://www.youtube.com/@{h}", "twitch": "https://www.twitch.tv/{h}", "github": "https://github.com/{h}", "reddit": "https://www.reddit.com/user/{h}", "pinterest": "https://www.pinterest.com/{h}/",
}  # fmt: skip
LOOK_AT = ("first_page", "images", "videos", "old_accounts", "other_people", "friends_tags", "private_window", "documents")
HOMONYMS = ("note_differences", "city_or_job", "own_page_first", "tell_recruiter")
REMOVAL = {
    "google_personal": "https://support.google.com/websearch/troubleshooter/9685456",
    "google_outdated": "https://search.google.com/search-console/remove-outdated-content",
    "bing": "https://www.bing.com/webmasters/help/bing-content-removal-cb6c294d",
    "cnil_delisting": "https://www.cnil.fr/fr/le-droit-au-dereferencement-dans-les-moteurs-de-recherche",
    "cnil_complaint": "https://www.cnil.fr/fr/plaintes",
    "cnil_letter": "https://www.cnil.fr/fr/modele/courrier/supprimer-des-informations-vous-concernant-dun-site-internet",
    "e_enfance_3018": "https://e-enfance.org/numero-3018/",
    "pharos": "https://www.internet-signalement.gouv.fr/",
}


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
    if name:
        links += [Link("name", engine, f'"{name}"', _fill(url, f'"{name}"')) for engine, url in ENGINES.items()]
        if len(owner.names) == 2:
            turned = f'"{owner.last_name} {owner.first_name}"'
            links.append(Link("name", "google", turned, _fill(ENGINES["google"], turned)))
        if city.strip():
            query = f'"{name}" {city.strip()}'
            links += [Link("name_city", engine, query, _fill(ENGINES[engine], query)) for engine in ("google", "bing", "qwant")]
        documents = f'"{name}" filetype:pdf'
        links.append(Link("documents", "google", documents, _fill(ENGINES["google"], documents)))
        links += [Link("images", engine, name, _fill(url, f'"{name}"')) for engine, url in IMAGES.items()]
    for handle in dict.fromkeys(handle.strip().lstrip("@") for handle in handles if handle.strip(" @")):
        links += [Link("handle", engine, f'"{handle}"', _fill(ENGINES[engine], f'"{handle}"')) for engine in ("google", "bing")]
        if all(char.isalnum() or char in "._-" for char in fold(handle)):
            links += [Link("account", place, handle, url.format(h=quote(handle, safe=""))) for place, url in PLACES.items()]
    if email.strip():
        links.append(Link("email", "google", f'"{email.strip()}"', _fill(ENGINES["google"], f'"{email.strip()}"')))
    return tuple(links)


def removal_links() -> tuple[Link, ...]:
    """Where to ask for a page to leave the results, or to be taken down; `identity.removal.ENGINE` says when."""
    return tuple(Link("removal", place, "", url) for place, url in REMOVAL.items())


def _fill(url: str, query: str) -> str:
    return url.format(q=quote_plus(query))

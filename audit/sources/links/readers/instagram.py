"""Instagram and Threads: what the page's own description says, and a page saved while logged in."""

from __future__ import annotations

import itertools
import re

from bs4 import Tag

from audit.sources.links.markup import Page, load_json, squeeze, text_of
from audit.sources.links.readers.draft import Draft, dig
from audit.sources.links.unwrap import unwrapped

PLATFORM = "instagram"
ADDRESSES = ()
# "312 followers, 280 suivi(e)s, 41 publications – …" in any language: numbers first, so never the person's words.
_COUNTS = re.compile(r"^[\d\s.,  ]+\s?[KkMm]?\b.{2,24},\s*[\d\s.,]+", re.S)
_QUOTED = re.compile(r"""[:：]\s*[“"«]\s*(.+?)\s*[”"»]\s*$""", re.S)
_TITLE = re.compile(r"^(.*?)\s*\(@([\w.]+)\)")
_NUMBER_LINE = re.compile(r"^[\d\s.,  ]+\s?[KkMm]?\s*(?:publications?|posts?|followers?|abonn\w+|suivi\S*|following|threads?)?$", re.I)
_BUTTON = re.compile(
    r"^(?:suivre|follow|suivi\(e\)|following|message|contacter|contact|modifier (?:le )?profil|edit profile|voir l.archive|view archive|s.abonner|abonné\(e\)|options|plus|more|"
    r"… plus|verified|compte vérifié|share profile|partager le profil|outils publicitaires|ad tools|tableau de bord.*|professional dashboard.*|suivi(?:\(e\)s?|es?)? par .*|followed by .*|threads)$",
    re.I,
)
_ALT = re.compile(
    r"^(?:photo|video|vidéo|reel|carousel|image|peut être une|may be an?|may contain|aucune description|no photo description|photo de profil)\b.*",
    re.I,
)
_ALT_INTRO = re.compile(
    r"^(?:photo (?:by|partagée par|de)|photo shared by|vidéo de|video by) .*?(?:\bon\b|\ble\b) [\w .,]+?\.\s*(?:(?:may be|peut être|may contain|il peut s.agir).*)?$",
    re.I | re.S,
)


def read(page: Page, draft: Draft) -> None:
    title = _TITLE.match(squeeze(page.meta.get("og:title", ""))[:300]) or _TITLE.match(page.title[:300])
    if title:
        draft.name(title.group(1))
        draft.say("handle", title.group(2))
    about = (page.meta.get("og:description") or page.meta.get("description", ""))[:3000]
    quoted = _QUOTED.search(about)
    if quoted:
        draft.bio(quoted.group(1))
    elif draft.platform == "threads" and about:
        rest = re.sub(r"^(?:[^.•·]*?[\d  ][KkMm]?\s*(?:followers?|abonn\w+|threads?|fils?)\b[^.•·]*?[.•·]\s*)+", "", about, flags=re.I)
        draft.bio(
            re.sub(r"\s*(?:See the latest conversations|Découvrez les derni|Voir les dernières).*$", "", rest, flags=re.S)
            if rest != about
            else ""
        )
    header = page.soup.select_one("main header") or page.soup.find("header")
    if header:
        _header(header, draft)
    _embedded(page, draft)
    for picture in page.soup.select(
        'main a[href*="/p/"] img[alt], main a[href*="/reel/"] img[alt], article a[href*="/p/"] img[alt]', limit=150
    ):
        alt = str(picture["alt"])
        if not _ALT.match(alt) and not _ALT_INTRO.match(alt):
            draft.add(alt, "caption")
    for post in page.soup.select("div[data-pressable-container] span[dir=auto]", limit=200) if draft.platform == "threads" else ():
        if len(text_of(post).split()) > 2 and not post.find_parent("a"):
            draft.add(text_of(post), "post")


def _header(header: Tag, draft: Draft) -> None:
    """The lines of a profile's header that are neither numbers nor buttons: name, then bio."""
    handle = str(draft.profile.get("handle") or draft.handle).lower()
    lines = [line for line in text_of(header).splitlines() if line.lower().lstrip("@") != handle]
    kept = [line for line in lines if not _NUMBER_LINE.match(line) and not _BUTTON.match(line)]
    name = str(draft.profile.get("name") or "")
    if name in kept:
        kept.remove(name)
    elif kept and not name and len(kept[0]) < 60:
        draft.name(kept.pop(0))
    draft.bio("\n".join(kept))
    for link in header.find_all("a", href=True, limit=30):
        where = unwrapped(str(link["href"]))
        if where.startswith("http") and "instagram.com/" not in where:
            draft.say("links", where)


def _embedded(page: Page, draft: Draft) -> None:
    """A saved page may keep the person's record as JSON ("biography":"…") among its scripts."""
    hit = re.search(r'"biography":("(?:[^"\\]|\\.)*")', page.text)
    if hit:
        draft.bio(load_json(hit.group(1)))
    if _is_private(page, str(dig(draft.profile, "handle") or "")):
        draft.say("private", "private")


def _is_private(page: Page, handle: str) -> bool:
    """Whether the page calls this account private: in its words, or in a record that names nobody else."""
    if not handle:
        return False
    if re.search(r"(?:ce compte est privé|this account is private)", page.first("main")[:100_000], re.I):
        return True
    for hit in itertools.islice(re.finditer(r'"is_private":\s*true', page.text), 50):
        start = max(0, hit.start() - 2000)
        names = list(re.finditer(r'"username":\s*"([\w.]{1,30})"', page.text[start : hit.end() + 2000]))
        nearest = min(names, key=lambda name: abs(start + name.start() - hit.start()), default=None)
        if nearest is None or nearest.group(1).lower() == handle.lower():
            return True
    return False

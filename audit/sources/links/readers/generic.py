"""Any page: what it says of itself in JSON-LD, microdata, Open Graph and rel=me, then the words of a personal site."""

from __future__ import annotations

import re

from audit.sources.links.markup import Page, text_of
from audit.sources.links.platforms import name_of, platforms
from audit.sources.links.readers.draft import Draft, dig
from audit.sources.links.words import contacts

PLATFORM = ""
ADDRESSES = ()
_PERSONS = ("Person", "ProfilePage", "Organization", "MusicGroup", "Brand", "AboutPage")
_POSTS = {"BlogPosting": "post", "Article": "post", "NewsArticle": "post", "SocialMediaPosting": "post", "DiscussionForumPosting": "post", "VideoObject": "caption",
          "ImageObject": "caption", "Comment": "comment", "CreativeWork": "caption"}  # fmt: skip
# "Voir les photos de …", "The latest posts from …": sentences sites write about everybody.
_HOUSE = re.compile(
    r"^(?:voir|découvr\w+|regarde[zr]?|rejoins|rejoignez|inscris|inscrivez|écoute[zr]?|suivez|retrouvez|consultez|see|discover|watch|join|follow|listen to|log in|sign up|create an account|"
    r"you can contact|you can view|vous pouvez contacter|if you have telegram|tu peux contacter|[^.]{1,60} (?:est|is) (?:sur|on) (?:facebook|instagram|tiktok|pinterest|spotify|soundcloud)|"
    r"view|explore|find|browse|connect with|the latest|followers?|\d[\d\s.,KkMm]*\s*(?:followers?|abonn\w+|posts?|publications?|subscribers?))\b",
    re.I,
)


def read(page: Page, draft: Draft) -> None:
    _linked_data(page, draft)
    _microdata(page, draft)
    _open_graph(page, draft)
    for tag in page.soup.select('a[rel~="me"][href], link[rel~="me"][href]', limit=50):
        draft.say("links", page.absolute(str(tag["href"])))
    for tag in page.soup.select('a[href^="mailto:"], a[href^="tel:"]', limit=20):
        draft.say("contact", str(tag["href"]).partition(":")[2].partition("?")[0])


def _kinds(item: dict) -> list[str]:
    kind = item.get("@type")
    return [str(each).rpartition("/")[2] for each in (kind if isinstance(kind, list) else [kind])]


def _linked_data(page: Page, draft: Draft) -> None:
    for item in page.json_ld:
        kinds = _kinds(item)
        if any(kind in _PERSONS for kind in kinds):
            inner = item.get("mainEntity")
            _person(inner if isinstance(inner, dict) else item, draft)
        post = next((_POSTS[kind] for kind in kinds if kind in _POSTS), "")
        author = str(dig(item, "author.name|author.0.name|creator.name") or "").lower()
        known = {str(draft.profile.get(key) or "").lower() for key in ("name", "handle")} - {""}
        if post and (not author or not known or author in known):
            words = [str(text) for text in (dig(item, "headline|name"), dig(item, "articleBody|text|description")) if isinstance(text, str)]
            draft.add("\n".join(dict.fromkeys(words)), post, dig(item, "datePublished|uploadDate|dateCreated"))


def _person(person: dict, draft: Draft) -> None:
    draft.name(person.get("name"))
    draft.say("handle", str(dig(person, "alternateName|identifier") or "").lstrip("@"))
    draft.bio(person.get("description"))
    draft.bio(dig(person, "jobTitle") if isinstance(dig(person, "jobTitle"), str) else dig(person, "jobTitle.0"), key="headline")
    draft.say(
        "location",
        dig(person, "address.addressLocality|homeLocation.name|address")
        if isinstance(dig(person, "address.addressLocality|homeLocation.name|address"), str)
        else "",
    )
    draft.say(
        "picture",
        dig(person, "image.contentUrl|image.url|image.0.url|image")
        if isinstance(dig(person, "image.contentUrl|image.url|image.0.url|image"), str)
        else "",
    )
    same = person.get("sameAs")
    draft.say("links", same if isinstance(same, list) else [same, person.get("url")])
    draft.say("contact", [person.get("email"), person.get("telephone")])
    for key, into in (("worksFor", "jobs"), ("alumniOf", "schools")):
        value = person.get(key)
        draft.say(
            into, [str(dig(each, "name") or "") for each in (value if isinstance(value, list) else [value]) if isinstance(each, dict)]
        )


def _microdata(page: Page, draft: Draft) -> None:
    found = page.microdata()
    draft.name(found.get("name"))
    draft.bio(found.get("description"))
    draft.bio(found.get("jobTitle"), key="headline")
    draft.say("location", found.get("addressLocality") or found.get("homeLocation"))
    draft.say("contact", [found.get("email", "").removeprefix("mailto:"), found.get("telephone", "")])


def _open_graph(page: Page, draft: Draft) -> None:
    meta = page.meta
    said = meta.get("og:title") or meta.get("twitter:title")
    title = said or page.title
    name, handle = split_title(title, draft.platform)
    if not said and not _names_the_person(page.title, handle, draft):
        name = ""
    draft.name(" ".join(part for part in (meta.get("profile:first_name", ""), meta.get("profile:last_name", "")) if part) or name)
    draft.say("handle", meta.get("profile:username") or handle)
    about = meta.get("og:description") or meta.get("description") or meta.get("twitter:description", "")
    if about and not _HOUSE.match(about) and about.strip().lower() != title.strip().lower():
        draft.bio(about)
    draft.say("picture", page.absolute(meta.get("og:image", "")))


def _names_the_person(title: str, handle: str, draft: Draft) -> bool:
    """Whether a bare <title> tells who it is about: networks write their errors and their doors there too ("Profile / X", "Please wait…")."""
    known = (handle or draft.handle or str(draft.profile.get("handle") or "")).lower()
    return (
        draft.platform not in platforms() or draft.platform == "website" or draft.has_more_than_a_name or (known and known in title.lower())
    )


def split_title(title: str, platform: str) -> tuple[str, str]:
    """Name and handle in a title such as "Léa Démo (leademo) - Profil | Pinterest"; "" for a title that only names the site."""
    site = name_of(platform, "fr").lower()
    title = " ".join(title.split())
    if (
        not title
        or title.lower() in (site, platform, "home", "accueil", "profile", "profil")
        or (re.fullmatch(rf"{re.escape(site)}\b.*", title.lower()) and platform != "website")
    ):
        return "", ""
    handle = re.search(r"\((?:@|u/)?([\w.\-]{2,40})\)", title)
    name = (
        re.split(r"\s*\((?:@|u/)?[\w.\-]{2,40}\)|\s+[|•·–—]\s+|\s+-\s+|\s*[|•]\s*|'s (?:profile|page)\b", title)[0]
        if platform != "website"
        else title
    )
    return name.strip(), handle.group(1) if handle else ""


def site_words(page: Page, draft: Draft) -> None:
    """The words of a personal page: its main part, without menus, forms and feet."""
    if draft.platform not in ("website", "carrd", "about_me", "notion", "doyoubuzz", "github") and (
        draft.platform in platforms() or draft.documents
    ):
        return
    root = page.soup.select_one("main, [role=main], article, #content, .content") or page.soup.body
    if root:
        for tag in root.select("nav, footer, form, header nav, aside, [aria-hidden=true], button, [role=navigation]"):
            tag.extract()
        words = text_of(root)
        if re.search(r"[^\W\d_]{2,}", words):
            draft.add(words, "bio")
            draft.say("contact", contacts(words))

"""Feeds (RSS, Atom, and YouTube's): title, description and entries of a blog, a channel, a Reddit user."""

from __future__ import annotations

import re

from lxml import etree

from audit.sources.links.markup import Page
from audit.sources.links.readers.draft import Draft
from audit.sources.links.words import plain

PLATFORM = ""
_PARSER = {"resolve_entities": False, "no_network": True, "load_dtd": False, "huge_tree": False, "recover": True, "remove_comments": True}
_START = re.compile(r"<(?:\?xml|rss|feed|rdf:RDF)\b", re.I)


def is_feed(page: Page) -> bool:
    head = page.text.lstrip("\ufeff \r\n\t")[:1500]
    return bool(_START.match(head)) and bool(re.search(r"<(?:rss|feed|rdf:RDF)\b", head, re.I))


def read(page: Page, draft: Draft) -> None:
    root = parse_xml(page.text)
    if root is None:
        return
    channel = next((node for node in root if _name(node) == "channel"), root)
    title = _child(channel, "title")
    author = next((node for node in channel if _name(node) == "author"), None)
    draft.name(_child(author, "name") if author is not None and draft.platform != "reddit" else title)
    draft.bio(_child(channel, "description", "subtitle"))
    for node in (node for node in root.iter() if _name(node) in ("item", "entry")):
        _entry(node, draft)


def _entry(node: etree._Element, draft: Draft) -> None:
    title = plain(_child(node, "title"))
    body = plain(_child(node, "encoded", "content", "summary", "description")) or _media(node)
    date = _child(node, "published", "pubDate", "updated", "date")
    if draft.platform == "reddit":
        _reddit(title, body, date, draft)
    else:
        text = body if title and body.startswith(title) else "\n".join(part for part in (title, body) if part)
        draft.add(text, "caption" if draft.platform in ("youtube", "soundcloud", "flickr", "pinterest") else "post", date)


def _reddit(title: str, body: str, date: str, draft: Draft) -> None:
    """A user's feed mixes posts and comments; a comment's title is "/u/name on Title of someone else's post"."""
    body = re.sub(r"\s*submitted by\s+/u/.*$", "", body, flags=re.S).strip()
    comment = re.match(r"/u/[\w\-]+ on ", title)
    draft.add(body if comment else "\n".join(part for part in (title, body) if part), "comment" if comment else "post", date)


def _media(node: etree._Element) -> str:
    return next((each.text or "" for each in node.iter() if _name(each) == "description"), "")


def parse_xml(text: str) -> etree._Element | None:
    """The root of an XML text (no entity, no network, no DTD), or None."""
    if "<!ENTITY" in text[:4000]:
        return None
    try:
        return etree.fromstring(
            re.sub(r"^\s*<\?xml[^>]*\?>", "", text).encode("utf-8", "replace"), etree.XMLParser(encoding="utf-8", **_PARSER)
        )
    except (etree.XMLSyntaxError, ValueError):
        return None


def _name(node: etree._Element) -> str:
    return node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""


def _child(node: etree._Element | None, *names: str) -> str:
    for name in names:
        for each in node if node is not None else ():
            if _name(each) == name:
                text = "".join(each.itertext()).strip() if each.get("type") != "xhtml" else etree.tostring(each, encoding="unicode")
                if text:
                    return text
    return ""

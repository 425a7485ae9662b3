"""A Page: an answer opened with BeautifulSoup and lxml, and what pages say about themselves (og, JSON-LD, microdata)."""

from __future__ import annotations

import json
import re
import threading
import warnings
from collections.abc import Iterator
from functools import cached_property
from typing import Any
from urllib.parse import urljoin

from bs4 import BeautifulSoup, CData, Comment, Doctype, NavigableString, ProcessingInstruction, Tag, XMLParsedAsHTMLWarning

warnings.filterwarnings("ignore", category=XMLParsedAsHTMLWarning)
_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "br",
        "center",
        "dd",
        "details",
        "dialog",
        "dir",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "head",
        "header",
        "hr",
        "html",
        "li",
        "main",
        "menu",
        "nav",
        "ol",
        "option",
        "p",
        "pre",
        "section",
        "select",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "title",
        "tr",
        "ul",
        "video",
        "audio",
        "iframe",
    ]
)
_SILENT = frozenset(["script", "style", "noscript", "template", "svg", "math", "head", "object"])
MOST_TAGS = 40_000  # counting closing tags too; profile pages have some thousands
DEEPEST = 250  # levels; the deepest real pages have about a hundred
_WALK = 600_000  # pieces of tree that may be walked for one page: parts that lie in each other are read again for each
_NOT_WORDS = (Comment, Doctype, ProcessingInstruction, CData)


_walked = threading.local()


class Page:
    """One answer: where it came from, its text, and lazily its tree, its JSON, its feed."""

    def __init__(self, text: str, url: str = "", status: int = 200, location: str = "") -> None:
        self.text, self.url, self.status, self.location = text, url, status, location
        _walked.left = _WALK

    def __repr__(self) -> str:
        return f"Page(status={self.status}, {len(self.text)} characters)"

    @cached_property
    def soup(self) -> BeautifulSoup:
        tree = BeautifulSoup(self.text[: _end_of_tags(self.text)], "lxml")
        return BeautifulSoup("", "lxml") if _too_deep(tree) else tree

    @cached_property
    def json(self) -> Any:
        """The answer as JSON, or None when it is none (a page, a broken or absurdly nested answer)."""
        if self.text.lstrip()[:1] not in ("{", "["):
            return None
        return load_json(self.text)

    @cached_property
    def meta(self) -> dict[str, str]:
        """The first content of each <meta> by its property or name, in lower case."""
        found: dict[str, str] = {}
        for tag in self.soup.find_all("meta", limit=500):
            name = tag.get("property") or tag.get("name") or tag.get("itemprop")
            content = tag.get("content")
            if isinstance(name, str) and isinstance(content, str) and content.strip():
                found.setdefault(name.strip().lower(), content.strip()[:10_000])
        return found

    @cached_property
    def title(self) -> str:
        tag = self.soup.find("title")
        return squeeze(tag.get_text())[:1000] if tag else ""

    @cached_property
    def json_ld(self) -> list[dict]:
        """Every object of the page's JSON-LD, @graph and lists opened."""
        found: list[dict] = []
        for tag in self.soup.find_all("script", type=re.compile(r"application/ld\+json", re.I), limit=50):
            waiting = [load_json(tag.string or tag.get_text())]
            while waiting and len(found) < 500:
                item = waiting.pop(0)
                if isinstance(item, list):
                    waiting.extend(item[:200])
                elif isinstance(item, dict):
                    found.append(item)
                    if isinstance(item.get("@graph"), list):
                        waiting.extend(item["@graph"][:200])
        return found

    def script_json(self, element: str) -> Any:
        """The JSON inside <script id=element>, or None."""
        tag = self.soup.find("script", id=element)
        return load_json(tag.string or tag.get_text()) if tag else None

    def assigned_json(self, name: str) -> Any:
        """The JSON that a script of the page assigns to `name` (`name = {…}`), or None."""
        hit = re.search(re.escape(name) + r"\s*=\s*(?=[{\[])", self.text)
        if not hit:
            return None
        try:
            return json.JSONDecoder().raw_decode(self.text, hit.end())[0]
        except (ValueError, RecursionError):
            return None

    def microdata(self, kind: str = "Person") -> dict[str, str]:
        """The properties of the first schema.org item of `kind`."""
        item = self.soup.find(attrs={"itemtype": re.compile(rf"schema\.org/{kind}\b", re.I)})
        found: dict[str, str] = {}
        for tag in item.find_all(attrs={"itemprop": True}, limit=100) if item else ():
            value = tag.get("content") or tag.get("href") or tag.get("src") or text_of(tag)
            found.setdefault(str(tag["itemprop"]).strip(), str(value).strip())
        return found

    def first(self, selector: str) -> str:
        """The text of the first element that fits a CSS selector, "" when none does."""
        tag = self.soup.select_one(selector)
        return text_of(tag) if tag else ""

    def absolute(self, link: str) -> str:
        """`link` as the page means it; "" when it leads to no web page."""
        if not link.strip():
            return ""
        try:
            full = urljoin(self.url, link.strip())
        except ValueError:
            return ""
        return full if full.startswith(("http://", "https://")) else ""


def _end_of_tags(text: str) -> int:
    """Where the tree stops: a page of a million tags is an attack, and a tree of them takes seconds to build."""
    if text.count("<") <= MOST_TAGS:
        return len(text)
    return len("<".join(text.split("<", MOST_TAGS + 1)[: MOST_TAGS + 1]))


def _too_deep(tree: BeautifulSoup) -> bool:
    """Whether tags lie in each other deeper than any real page: every search would climb that ladder again and again."""
    depth: dict[int, int] = {id(tree): 0}
    for node in tree.descendants:
        if isinstance(node, Tag):
            level = depth[id(node)] = depth.get(id(node.parent), 0) + 1
            if level > DEEPEST:
                return True
    return False


def load_json(text: str) -> Any:
    """The value of a JSON text, or None: broken, nested beyond reason, or numbers of absurd length."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def squeeze(text: str) -> str:
    """Runs of blanks made one."""
    return " ".join(text.split())


def text_of(tag: Tag) -> str:
    """The words of a tag as one reads them: blocks stand on their own line, inline tags break nothing, scripts are silent."""
    lines: list[str] = []
    line: list[str] = []
    last_block: int | None = None
    for string, block in _strings(tag):
        if block != last_block and line:
            lines.append(squeeze("".join(line)))
            line = []
        last_block = block
        line.append(string)
    lines.append(squeeze("".join(line)))
    return "\n".join(line for line in lines if line)


def _is_emoji(picture: Tag) -> bool:
    """Whether a picture stands for a character: it says so, or its text is one (a saved page renames its pictures)."""
    alt = str(picture.get("alt") or "").strip()
    if not alt:
        return False
    said = "emoji" in str(picture.get("class", "")).lower() + str(picture.get("src", "")).lower()
    return said or (len(alt) <= 12 and not any(sign.isascii() or sign.isalnum() for sign in alt))


def _strings(root: Tag) -> Iterator[tuple[str, int]]:
    """Each piece of text with the number of the run of text it belongs to. Never recursive: pages nest as deep as they like."""
    block: dict[int, int | None] = {id(root): 0}  # tag → number of its nearest block; None: silent
    count = 0
    broke = 0  # text after a block ended, or after <br>, starts a new run in the same block
    last_end: dict[int, int] = {}
    for node in root.descendants:
        _walked.left = getattr(_walked, "left", _WALK) - 1
        if _walked.left < 0:
            return
        parent = block.get(id(node.parent), 0)
        if isinstance(node, Tag):
            if parent is None or node.name in _SILENT:
                block[id(node)] = None
            elif node.name in _BLOCKS:
                count += 1
                block[id(node)] = count
                broke += 1
            else:
                block[id(node)] = parent
                if node.name == "img" and _is_emoji(node):
                    yield str(node["alt"]), parent * 1_000_003 + last_end.setdefault(parent, broke)
        elif isinstance(node, NavigableString) and parent is not None and not isinstance(node, _NOT_WORDS):
            if last_end.get(parent) != broke and str(node).strip():
                last_end[parent] = broke
            yield str(node), parent * 1_000_003 + last_end.get(parent, broke)

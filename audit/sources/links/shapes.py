"""Shapes: reads one line of `data/platforms/sites` ("post /@{h}/video/**") and tells whether a link has that shape."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

_PLACE = re.compile(r"\{(h|any|digits!|digits|phone)\}|\*\*|\*")
# Words before a platform's own name that are never a person: x.tumblr.com is a person, help.tumblr.com is not.
HOUSE_WORDS = frozenset(
    [
        "www",
        "m",
        "mobile",
        "web",
        "touch",
        "amp",
        "old",
        "new",
        "beta",
        "api",
        "help",
        "support",
        "blog",
        "about",
        "static",
        "cdn",
        "mail",
        "status",
        "careers",
        "jobs",
        "press",
        "developer",
        "developers",
        "business",
        "shop",
        "store",
        "news",
        "assets",
        "login",
        "account",
        "accounts",
        "app",
        "apps",
        "docs",
        "wiki",
        "forum",
        "forums",
        "en",
        "fr",
        "es",
        "de",
        "it",
        "pt",
        "nl",
    ]
)


@dataclass(frozen=True, slots=True)
class Shape:
    """A compiled line: the kind it gives and what host, path, parameters and fragment must be."""

    kind: str
    host: re.Pattern[str] | None  # None: any host of the platform
    host_text: str
    path: re.Pattern[str]
    query: Mapping[str, re.Pattern[str]]
    fragment: re.Pattern[str] | None
    first_is_handle: bool  # the first step of the path is the handle: reserved words must not be taken for one
    page: str  # canonical form, or "" for the platform's own

    def match(self, host: str, path: str, query: Mapping[str, str], fragment: str) -> dict[str, str] | None:
        """The handle or phone found ({} when the shape names nobody), or None when the link has another shape."""
        found: dict[str, str] = {}
        if self.host is not None:
            hit = self.host.fullmatch(host)
            if not hit:
                return None
            found |= hit.groupdict()
        hit = self.path.fullmatch(path)
        if not hit:
            return None
        found |= hit.groupdict()
        for name, pattern in self.query.items():
            value = pattern.fullmatch(query.get(name, ""))
            if name not in query or not value:
                return None
            found |= value.groupdict()
        if self.fragment is not None:
            hit = self.fragment.fullmatch(fragment)
            if not hit:
                return None
            found |= hit.groupdict()
        return {key: value for key, value in found.items() if value}


def parse_shape(line: str, handle: str) -> Shape:
    """A Shape from its line; `handle` is the regular expression of the platform's handles."""
    kind, _, rest = line.partition(" ")
    target, _, page = (part.strip() for part in rest.partition(" -> "))
    target, has_fragment, fragment = target.partition("#")
    target, _, query = target.partition("?")
    host, slash, path = target.partition("/")
    names = (pair.partition("=") for pair in query.split("&") if pair)
    return Shape(
        kind=kind,
        host=_host_pattern(host) if host else None,
        host_text=host,
        path=_path_pattern(slash + path if slash else "/**", handle),
        query={name: re.compile(_inside(value, handle) or ".+", re.I) for name, _, value in names},
        fragment=re.compile(_inside(fragment, handle), re.I) if has_fragment else None,
        first_is_handle=path.startswith(("{h}", "@{h}")),
        page=page,
    )


def _host_pattern(host: str) -> re.Pattern[str]:
    text = re.escape(host).replace(r"\{h\}", r"(?P<h>[a-z0-9_](?:[a-z0-9_\-]*[a-z0-9_])?)").replace(r"\.\*", r"\.[a-z]{2,3}(?:\.[a-z]{2})?")
    return re.compile(text, re.I)


def _path_pattern(path: str, handle: str) -> re.Pattern[str]:
    steps = path.strip("/").split("/")
    text = ""
    for step in steps:
        if step == "**":
            text += "(?:/.*)?"
        elif step:
            options = [_inside(option, handle) for option in step.split("|")]
            text += "/" + (options[0] if len(options) == 1 else f"(?:{'|'.join(options)})")
    return re.compile((text or "") + "/?", re.I)


def _inside(step: str, handle: str) -> str:
    """The expression of one step; a step that is only the handle may carry the @ people add."""
    places = {
        "{h}": f"(?P<h>(?:{handle}))",
        "{any}": "(?P<h>[^/]+)",
        "{digits!}": r"(?P<h>\d+)",
        "{digits}": r"\d+",
        "{phone}": r"(?P<phone>\+?[\d \-().]{6,24})",
        "**": ".*",
        "*": "[^/]+" if step == "*" else "[^/]*",
    }
    text, last = "", 0
    for place in _PLACE.finditer(step):
        text += re.escape(step[last : place.start()]) + places[place.group()]
        last = place.end()
    text += re.escape(step[last:])
    return f"@?{text}" if step == "{h}" else text

"""Says what a link names (platform, kind, handle, canonical form) without opening anything."""

from __future__ import annotations

import re

from audit.sources.links.address import Address, parse_address
from audit.sources.links.fedi import fediverse_link, software_of
from audit.sources.links.nouns import Link, LinkError
from audit.sources.links.platforms import Platform, candidates, find_shape, platforms
from audit.sources.links.shapes import Shape
from audit.sources.links.spelling import page_of, tidy, to_web
from audit.sources.links.unwrap import inner_link

_DEPTH = 5  # how many wrappers may lie round one link
UNTRUSTED = Link(None, "unknown", None, None, False)
_PERSON = ("profile", "blog")


def identify(url: str, platform: str = "") -> Link:
    """What `url` (a link, or a handle as people write it) names.

    `platform` (an id of `data/platforms`) says where a bare handle lives. A link that hides its target (user:pass@host) gives
    platform None, kind "unknown". LinkError(code) when the text is no link at all: empty, too_long, not_a_link,
    which_platform, email, bad_scheme, not_public, bad_address.
    """
    text = tidy(url)
    try:
        web = to_web(text)
    except LinkError as error:
        page = (
            page_of(platform, text.lstrip("@"))
            if platform and error.code in ("which_platform", "not_a_link") and not re.search(r"\s", text)
            else None
        )
        if not page:
            raise
        web = page
    return _identify(web, 0)


def _identify(web: str, depth: int) -> Link:
    try:
        address = parse_address(web)
    except LinkError as error:
        if error.code == "credentials":
            return UNTRUSTED
        raise
    if depth < _DEPTH:
        inner = inner_link(address)
        if inner:
            try:
                return _identify(inner, depth + 1)
            except LinkError:
                pass  # what looked like an inner link is none: the outer one still says something
    return _name(address)


def _name(address: Address) -> Link:
    if address.usual_port or address.port in (80, 443):
        for platform in candidates(address.host):
            hit = find_shape(platform, address.host, address.path, address.query, address.fragment)
            if hit:
                return _link(platform, address, *hit)
        if software_of(address.host) or not any(platform.owns(address.host) for platform in candidates(address.host)):
            found = fediverse_link(address)
            if found:
                return found
    return Link("website", "blog", None, address.clean(), False)


def _link(platform: Platform, address: Address, shape: Shape, found: dict[str, str]) -> Link:
    if "phone" in found:
        return Link(platform.id, "phone", "+" + re.sub(r"\D", "", found["phone"]).removeprefix("00"), None, False)
    if shape.kind == "short":
        return Link(platform.id, "short", None, f"{address.scheme}://{address.host}{address.raw_path.rstrip('/')}", True)
    handle = found.get("h")
    if shape.kind == "search":
        return Link(platform.id, "search", None, None, False)
    if not handle:
        page = _fill(shape.page, "", address) if shape.page else None
        return Link(platform.id, shape.kind, None, page, shape.kind in ("post", "media"))
    handle = platform.spell(handle)
    page = shape.page or (platform.ids if platform.ids and handle.isdigit() else platform.page)
    if shape.kind == "post" and shape.page:  # a page of its own that names no person (a video)
        return Link(platform.id, "post", None, _fill(shape.page, handle, address), True)
    if shape.kind in ("group", "invite") and not shape.page:
        page = ""
    return Link(platform.id, shape.kind, handle, _fill(page, handle, address) or None, False)


def _fill(page: str, handle: str, address: Address) -> str:
    steps = [step for step in address.path.split("/") if step]
    values = {"{h}": handle, "{host}": address.host, "{last}": steps[-1] if steps else ""}
    values |= {f"{{{number}}}": step for number, step in enumerate(steps, 1)}
    return re.sub(r"\{(?:h|host|last|\d)\}", lambda place: values.get(place.group(), ""), page)


def known_platforms() -> tuple[str, ...]:
    """Ids of every platform a link can be told for."""
    return tuple(platforms())

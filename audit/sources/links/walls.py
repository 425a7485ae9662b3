"""Walls: tells a login page, a robot check or "nobody of this name" from a profile, by `data/platforms/walls.yaml`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from audit.sources.links.markup import Page
from audit.sources.links.platforms import FOLDER, read_yaml

_SEEN = 300_000  # characters of the page a sign is looked for in


@dataclass(frozen=True, slots=True)
class Wall:
    """What a sign means: outcome (blocked, absent, unknown) and the code of its sentence."""

    outcome: str
    code: str


@lru_cache(maxsize=1)
def _rows() -> dict[str, list[tuple[str, re.Pattern[str], Wall]]]:
    data = read_yaml(FOLDER / "walls.yaml")
    tables = {**data["platforms"], "": data["everyone"]}
    return {
        name: [(row["in"], re.compile(row["sign"], re.I), Wall(row["outcome"], row["code"])) for row in rows]
        for name, rows in tables.items()
    }


def wall_of(page: Page, platform: str, where: tuple[str, ...]) -> Wall | None:
    """The first sign that fits, among those looked for in `where` (title, text, url, to)."""
    for name in (platform, ""):
        for place, sign, wall in _rows().get(name, ()):
            if place in where and sign.search(_place(page, place)):
                return wall
    return None


def _place(page: Page, place: str) -> str:
    if place == "title":
        return page.title
    if place == "text":
        return page.text[:_SEEN]
    return page.url if place == "url" else page.location


def wall_of_status(status: int) -> Wall | None:
    """What the HTTP status alone says; None when the page must be read."""
    if status in (404, 410):
        return Wall("absent", "nobody_there")
    if status in (401, 407):
        return Wall("blocked", "login_wall")
    if status == 429:
        return Wall("blocked", "too_many")
    if status in (403, 406, 418, 451, 999):
        return Wall("blocked", "refused")
    if status in (204, 205):
        return Wall("unknown", "empty_page")
    if status >= 500:
        return Wall("unknown", "site_down")
    return Wall("unknown", "cannot_tell") if status >= 400 else None

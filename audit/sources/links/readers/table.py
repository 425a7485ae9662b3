"""Platforms whose public answer is plain JSON: read by the table `data/platforms/routes.yaml`, no code each."""

from __future__ import annotations

from functools import lru_cache
from typing import Any
from urllib.parse import quote

from audit.sources.links.markup import Page
from audit.sources.links.platforms import FOLDER, read_yaml
from audit.sources.links.readers.draft import Draft, dig

PLATFORM = ""
ADDRESSES = ()


@lru_cache(maxsize=1)
def _table() -> dict[str, Any]:
    return read_yaml(FOLDER / "routes.yaml")


def platform_at(url: str) -> str:
    """The platform whose public answer lives at `url`, or ""."""
    return next((name for name, row in _table().items() if row["at"] in url), "")


def routes(platform: str, handle: str) -> tuple[str, ...]:
    row = _table().get(platform)
    return (row["url"].replace("{h}", quote(handle, safe="-_.~")),) if row else ()


def read(page: Page, draft: Draft) -> None:
    row = _table().get(draft.platform)
    data = page.json
    if not row or (data is None and page.text.strip() != "null"):
        return
    data = dig(data, row["root"]) if "root" in row else data
    if not data and row.get("empty") == "absent":
        draft.outcome = "absent"
        return
    if not isinstance(data, dict) or (page.status >= 400):
        return
    if any(str(dig(data, path)) == value for path, value in row.get("absent", {}).items()):
        draft.outcome = "absent"
        return
    if row.get("private") and dig(data, row["private"]):
        draft.say("private", "private")
    for key, path in row["fields"].items():
        value = dig(data, path)
        if key == "name":
            draft.name(value)
        elif key == "bio":
            draft.bio(value)
        elif isinstance(value, str | list):
            draft.say(key, value)

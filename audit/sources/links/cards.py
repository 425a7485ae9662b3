"""Platform cards: what to do on each platform, from `data/platforms/cards.yaml`, with how sure we are and the word to look for."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from audit.sources.links.nouns import Card, Path
from audit.sources.links.platforms import FOLDER, name_of, platforms, read_yaml

_PATHS = ("private", "bulk", "export", "delete")
_SIBLINGS = {"blogger": "blogspot", "pixelfed": "mastodon", "twitter": "x"}


@lru_cache(maxsize=1)
def _data() -> dict[str, Any]:
    return read_yaml(FOLDER / "cards.yaml")


def card(platform: str, lang: str = "fr") -> Card:
    """The card of a platform (an id of `data/platforms`); for one we know nothing about: how to copy, save, and look from outside.

    `Card.checked` is the date (ISO) the paths were last compared with their sources; `lang` chooses only the name.
    """
    platform = _SIBLINGS.get(platform, platform)
    row, everyone = _data()["platforms"].get(platform, {}), _data()["everyone"]
    return Card(
        platform=platform,
        name=name_of(platform, lang) if platform in platforms() or platform not in _data()["platforms"] else platform.capitalize(),
        checked=_data()["checked"],
        under18=row.get("under18", {}),
        copy=row.get("copy", everyone["copy"]),
        save=row.get("save", everyone["save"]),
        outside=row.get("outside", everyone["outside"]),
        source=row.get("source", ""),
        **{name: _path(row.get(name)) for name in _PATHS},
    )


def cards() -> tuple[Card, ...]:
    """Every card that says more than the general advice, in the order of the file."""
    return tuple(card(platform) for platform in _data()["platforms"])


def _path(row: dict[str, Any] | None) -> Path | None:
    if not row:
        return None
    return Path({"fr": row["fr"], "en": row["en"]}, row["sure"], row["word"], row.get("url", ""))

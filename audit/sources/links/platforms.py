"""The platforms of `data/platforms`, loaded once: which hosts are theirs, which shapes their links have."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from audit.sources.links.shapes import HOUSE_WORDS, Shape, parse_shape

FOLDER = Path(__file__).resolve().parents[3] / "data" / "platforms"
# Words before a host that change nothing about whose page it is.
_PREFIXES = frozenset(["www", "ww1", "ww2", "www2", "www3", "m", "mobile", "mob", "web", "touch", "amp", "old", "new", "beta", "l", "lite"])
_LANGUAGE = re.compile(r"[a-z]{2}(?:-[a-z]{2,4})?")
_LOCALE_STEP = re.compile(r"/(?:intl-)?[a-z]{2}(?:[-_][a-z]{2,4})?(?=/|$)", re.I)


@dataclass(frozen=True, slots=True)
class Platform:
    """One platform as its YAML describes it."""

    id: str
    names: dict[str, str]
    hosts: tuple[str, ...]
    subs: frozenset[str]
    fold: str
    opaque: re.Pattern[str] | None
    page: str
    ids: str
    reserved: frozenset[str]
    locale: bool
    shapes: tuple[Shape, ...] = field(default=())

    def spell(self, handle: str) -> str:
        """The handle as the platform itself writes it: many ignore case, identifiers never do."""
        handle = handle.strip()
        if self.opaque and self.opaque.fullmatch(handle):
            return handle
        if self.fold == "lower" or (self.fold == "lower_but_did" and not handle.startswith("did:")):
            return handle.lower()
        return handle.upper() if self.fold == "upper" else handle

    def owns(self, host: str) -> bool:
        """Whether `host` is one of the platform's own, with or without www., m., fr. and the like."""
        for _ in range(3):
            if host in self.hosts:
                return True
            label, _, host = host.partition(".")
            if not (label in _PREFIXES or label in self.subs or "*" in self.subs or _LANGUAGE.fullmatch(label)) or not host:
                return False
        return False


@lru_cache(maxsize=1)
def platforms() -> dict[str, Platform]:
    """Every platform by its id."""
    found: dict[str, Platform] = {}
    for file in sorted((FOLDER / "sites").glob("*.yaml")):
        for name, data in read_yaml(file).items():
            found[name] = _platform(name, data)
    return found


def read_yaml(file: Path) -> Any:
    """The content of one of our own YAML files."""
    return yaml.load(file.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))


def _platform(name: str, data: dict) -> Platform:
    handle = data.get("handle", r"[^/?#]+")
    return Platform(
        id=name,
        names={"fr": data["name"], "en": data.get("name_en", data["name"])},
        hosts=tuple(data["hosts"]),
        subs=frozenset(data.get("subs", ())),
        fold=data.get("fold", "keep"),
        opaque=re.compile(data["opaque"]) if "opaque" in data else None,
        page=data.get("page", ""),
        ids=data.get("ids", ""),
        reserved=frozenset(str(word).lower() for word in data.get("reserved", ())),
        locale=bool(data.get("locale")),
        shapes=tuple(parse_shape(line, handle) for line in data.get("paths", ())),
    )


@lru_cache(maxsize=1)
def _by_suffix() -> tuple[dict[str, list[Platform]], list[Platform]]:
    """Platforms by the end of a host, and those whose hosts end in any country's letters."""
    index: dict[str, list[Platform]] = {}
    anywhere: list[Platform] = []
    for platform in platforms().values():
        suffixes = [*platform.hosts, *(shape.host_text.removeprefix("{h}.") for shape in platform.shapes if shape.host_text)]
        for suffix in dict.fromkeys(suffixes):
            if suffix.endswith(".*"):
                anywhere.append(platform)
            else:
                index.setdefault(suffix, []).append(platform)
    return index, anywhere


def candidates(host: str) -> Iterator[Platform]:
    """Platforms that may own `host`, the closest name first."""
    index, anywhere = _by_suffix()
    seen: set[str] = set()
    labels = host.split(".")
    for start in range(len(labels) - 1):
        for platform in index.get(".".join(labels[start:]), ()):
            if platform.id not in seen:
                seen.add(platform.id)
                yield platform
    for platform in anywhere:
        if platform.id not in seen:
            seen.add(platform.id)
            yield platform


def is_number(platform: str, handle: str) -> bool:
    """Whether `handle` is what the network counts people with (100012345, ACoAA…, UC…), not a name somebody chose."""
    known = platforms().get(platform)
    return handle.isdigit() or bool(known and known.opaque and known.opaque.fullmatch(handle))


def house_of(host: str) -> str:
    """The platform whose own house `host` is (instagram.com, m.facebook.com), or "": a person's site never stands there."""
    return next((platform.id for platform in candidates(host) if platform.owns(host)), "")


def imitated(host: str) -> str:
    """The platform whose whole host stands inside a longer one that is not its own (`instagram.com.evil.example`), or ""."""
    inside = f".{host.lower()}"
    for platform in platforms().values():
        if any(f".{own}." in inside for own in platform.hosts if not own.endswith(".*")) and not platform.owns(host.lower()):
            return platform.id
    return ""


def find_shape(platform: Platform, host: str, path: str, query: dict[str, str], fragment: str) -> tuple[Shape, dict[str, str]] | None:
    """The first shape of `platform` that fits, with the handle it names; None when none does."""
    own = platform.owns(host)
    bare = host.removeprefix("www.")
    for way in _ways(platform, path):
        for shape in platform.shapes:
            if shape.host is None and not own:
                continue
            found = shape.match(bare, way, query, fragment)
            if found is None or not _allowed(platform, shape, found):
                continue
            return shape, found
    return None


def _ways(platform: Platform, path: str) -> Iterator[str]:
    if platform.locale:
        shorter, changed = _LOCALE_STEP.subn("", path, count=1) if _LOCALE_STEP.match(path) else (path, 0)
        if changed and shorter.strip("/"):
            yield shorter
    yield path


def _allowed(platform: Platform, shape: Shape, found: dict[str, str]) -> bool:
    name = found.get("h", "").lower()
    if shape.first_is_handle and name in platform.reserved:
        return False
    return not (shape.host_text.startswith("{h}.") and (name in HOUSE_WORDS or name in platform.subs))


def name_of(platform: str, lang: str) -> str:
    """The platform's name as people know it, in French or English; the id when we have none."""
    known = platforms().get(platform)
    if known:
        return known.names.get(lang, known.names["fr"])
    return fediverse().get("names", {}).get(platform, platform)


@lru_cache(maxsize=1)
def fediverse() -> dict[str, Any]:
    """`data/platforms/fediverse.yaml`: software → servers, and the names."""
    return read_yaml(FOLDER / "fediverse.yaml")


@lru_cache(maxsize=1)
def wrappers() -> list[dict[str, Any]]:
    """`data/platforms/wrappers.yaml`: links that carry another link."""
    return read_yaml(FOLDER / "wrappers.yaml")


@lru_cache(maxsize=1)
def schemes() -> dict[str, Any]:
    """`data/platforms/schemes.yaml`: app addresses and the words said before a handle."""
    return read_yaml(FOLDER / "schemes.yaml")

"""`say(key, lang, **facts)`: one sentence of the interface, from the `*.fr.yaml` and `*.en.yaml` files of this folder."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import yaml

LANGS = ("fr", "en")
_HERE = Path(__file__).resolve().parent


@cache
def words(lang: str) -> Mapping[str, str]:
    """Every text of a language by key, from all its files; a key that stands twice is an error of the files."""
    texts: dict[str, str] = {}
    for path in sorted(_HERE.glob(f"*{lang}.yaml")):
        for key, text in (yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader) or {}).items():
            if key in texts:
                raise ValueError(f"{path.name}: the key {key} stands twice")
            texts[key] = text
    return texts


def has(key: str, lang: str = "fr") -> bool:
    """True when there is a text for the key."""
    return key in words(lang) or f"{key}.one" in words(lang)


def say(key: str, lang: str, **facts: object) -> str:
    """The text of a key with its {facts}; with `n`, `key.one` or `key.other` is chosen (French: 0 and 1 are singular).

    >>> say("language_name", "fr")
    'Français'
    """
    texts = words(lang)
    if "n" in facts and f"{key}.one" in texts:
        n = facts["n"]
        one = n in (0, 1) if lang == "fr" else n == 1
        key = f"{key}.{'one' if one else 'other'}"
    return texts[key].format(**facts) if facts else texts[key]

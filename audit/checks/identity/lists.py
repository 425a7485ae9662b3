"""Reads the lists of `data/names` and `data/words`; nothing else in this folder opens a file."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from audit.checks.identity.folding import fold

DATA = Path(__file__).resolve().parents[3] / "data"


def _lines(path: Path) -> list[str]:
    return [line for line in path.read_text(encoding="utf-8").splitlines() if line.strip() and not line.startswith("#")]


@cache
def words(name: str) -> frozenset[str]:
    """The entries of `data/words/NAME.txt`, as written there."""
    return frozenset(word for line in _lines(DATA / "words" / f"{name}.txt") for word in line.split())


@cache
def joined(name: str) -> frozenset[str]:
    """The entries of a word list without their marks: `saint_denis` gives `saintdenis`."""
    return frozenset(word.rstrip("=").replace("_", "") for word in words(name))


@cache
def names(kind: str) -> dict[str, int]:
    """Folded names of `data/names/KIND_*.txt` (`first` or `last`) with a rank: 0 France, 1 reviewed by hand, 2 other lists."""
    ranks: dict[str, int] = {}
    for path in sorted((DATA / "names").glob(f"{kind}_*.txt")):
        rank = {"france": 0, "hand": 1}.get(path.stem.removeprefix(f"{kind}_"), 2)
        for line in _lines(path):
            for word in line.split():
                name = fold(word).replace("_", " ").replace("-", " ").replace("'", "")
                key = name.replace(" ", "")
                ranks[key] = min(rank, ranks.get(key, 9))
    return ranks


@cache
def diminutives() -> dict[str, frozenset[str]]:
    """Folded first name -> its short and tender forms, from `data/names/diminutives.txt` (`name: form form`)."""
    found: dict[str, set[str]] = {}
    for line in _lines(DATA / "names" / "diminutives.txt"):
        heads, _, forms = line.partition(":")
        for head in heads.split():
            found.setdefault(fold(head), set()).update(fold(form) for form in forms.split())
    return {name: frozenset(forms) for name, forms in found.items()}


@cache
def particles() -> frozenset[str]:
    """Particles that stand before a surname and may be left out."""
    return frozenset(word for line in _lines(DATA / "names" / "particles.txt") for word in line.split())


@cache
def frequencies() -> dict[str, float]:
    """Folded French and English words with their Zipf frequency (wordfreq)."""
    table: dict[str, float] = {}
    for line in _lines(DATA / "words" / "frequency.txt"):
        zipf, *entries = line.split()
        table.update(dict.fromkeys(entries, float(zipf)))
    return table


@cache
def domains(name: str) -> dict[str, str]:
    """Domains of `data/words/NAME.txt` with what stands behind their `=` (a year), or an empty text."""
    return {entry.partition("=")[0]: entry.partition("=")[2] for entry in words(name)}

"""What the part after the @ tells: mistyped, throw-away, closed, a school's, an employer's, or an ordinary provider."""

from __future__ import annotations

from functools import cache, lru_cache

from disposable_email_domains import blocklist
from publicsuffixlist import PublicSuffixList
from rapidfuzz.distance import OSA

from audit.checks.identity import lists

COMMON, TYPO, DISPOSABLE, CLOSED, SCHOOL, WORK, OWN = "common", "typo_domain", "disposable", "closed_provider", "school", "work", "own"


@cache
def _suffixes() -> PublicSuffixList:
    return PublicSuffixList()


@lru_cache(maxsize=8192)
def read(domain: str) -> tuple[str, str]:
    """(kind, meant): what `domain` (folded) is, and for a mistyped one the domain that was meant."""
    if domain in lists.words("domains_disposable") or domain in blocklist or _parent(domain) in blocklist:
        return DISPOSABLE, ""
    if domain in lists.domains("domains_closed"):
        return CLOSED, ""
    if domain in lists.words("domains_common"):
        return COMMON, ""
    if _is_school(domain):
        return SCHOOL, ""
    meant = _meant(domain)
    if meant:
        return TYPO, meant
    if domain in lists.words("work_domains") or _parent(domain) in lists.words("work_domains"):
        return WORK, ""
    return OWN, ""


def _parent(domain: str) -> str:
    return _suffixes().privatesuffix(domain) or domain


def _labels(domain: str) -> list[str]:
    suffix = _suffixes().publicsuffix(domain) or ""
    core = domain[: -len(suffix)].rstrip(".") if suffix and domain != suffix else domain
    return [label for label in core.split(".") if label]


def _is_school(domain: str) -> bool:
    if domain.endswith((".edu", ".ac.uk", ".ac.be", ".edu.eu")) or ".edu." in domain:
        return True
    labels = _labels(domain)
    words = {word for label in labels for word in (label, *label.split("-"))}
    if any(label.startswith(("ac-", "etu-", "univ-", "lycee", "iut-", "ens-", "cfa-", "u-", "ecole-", "college-")) for label in labels):
        return True
    if any(label in ("etu", "etud", "edu", "student", "students", "etudiant", "eleve", "eleves") for label in labels):
        return True
    return bool(words & lists.words("school_words"))


def _meant(domain: str) -> str:
    """The well-known domain that `domain` is one or two slips away from; empty when there is none."""
    best, meant = 3, ""
    name, _, ending = domain.rpartition(".")
    for target in sorted(lists.words("domains_typo_targets")):
        distance = OSA.distance(domain, target, score_cutoff=2)
        known, _, known_ending = target.rpartition(".")
        if name == known and ending != known_ending:
            distance = 1 if ending not in _REAL_ENDINGS else 1
        short = len(known) <= 4
        if (
            distance <= (1 if short else 2)
            and distance < best
            and not (short and name != known and len(name) <= 4 and ending == known_ending)
        ):
            best, meant = distance, target
    return meant


_REAL_ENDINGS = frozenset(["fr", "com", "net", "org"])

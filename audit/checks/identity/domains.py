"""What the part after the @ tells: mistyped, throw-away, closed, a school's, an employer's, or an ordinary provider."""

from __future__ import annotations

from functools import cache, lru_cache

from disposable_email_domains import blocklist
from publicsuffixlist import PublicSuffixList
from rapidfuzz.distance import OSA

from audit.checks.identity import lists

COMMON, RELAY, TYPO, DISPOSABLE, CLOSED, GONE, SCHOOL, WORK, OWN = (
    "common",
    "relay",
    "typo_domain",
    "disposable",
    "closed_provider",
    "gone",
    "school",
    "work",
    "own",
)


@cache
def _suffixes() -> PublicSuffixList:
    return PublicSuffixList(accept_unknown=False)


@lru_cache(maxsize=8192)
def read(domain: str) -> tuple[str, str]:
    """(kind, meant): what `domain` (folded) is, and for a mistyped one the domain that was meant."""
    if domain in lists.words("domains_disposable"):
        return DISPOSABLE, ""
    if domain in lists.domains("domains_closed"):
        return GONE if lists.domains("domains_closed")[domain] else CLOSED, ""
    if domain in lists.words("domains_relay") or _parent(domain) in lists.words("domains_relay"):
        return RELAY, ""
    if domain in lists.words("domains_common"):
        return COMMON, ""
    if _is_school(domain):
        return SCHOOL, ""
    meant = _meant(domain)
    if meant:
        return TYPO, meant
    if not _suffixes().publicsuffix(domain):
        return TYPO, ""
    if domain in blocklist or _parent(domain) in blocklist:  # after typos: the list holds mistyped domains that somebody bought
        return DISPOSABLE, ""
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
        known, _, known_ending = target.rpartition(".")
        if name == known:
            distance = 1 + (ending[:1] != known_ending[:1])
        elif len(known) <= 4:
            distance = 1 if ending == known_ending and _slip_of_short(name, known) else 3
        else:
            distance = OSA.distance(domain, target, score_cutoff=2)
        if distance < best:
            best, meant = distance, target
    return meant


def _slip_of_short(name: str, known: str) -> bool:
    """free, live, sfr: only letters swapped, dropped or doubled; another letter makes another real domain (five.fr)."""
    if OSA.distance(name, known) != 1:
        return False
    if len(name) == len(known):
        return sorted(name) == sorted(known)
    doubled = any(name == known[: i + 1] + known[i:] for i in range(len(known)))
    return doubled or (len(name) == len(known) - 1 >= 3)

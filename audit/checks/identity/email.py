"""Judges an e-mail address: good, improve or unsuitable for an application, with every reason."""

from __future__ import annotations

import re

from email_validator import EmailNotValidError, validate_email

from audit.checks.identity import domains, lists, reading, suggest
from audit.checks.identity.folding import fold, squash
from audit.checks.identity.judged import REASONS, Judged
from audit.checks.identity.names import forms_of
from audit.checks.identity.owner import ABSENT, COMPLETE, OTHER, PARTIAL
from audit.checks.identity.split import split
from audit.checks.identity.vocabulary import HARD
from audit.model import Owner

GOOD, IMPROVE, UNSUITABLE = "good", "improve", "unsuitable"
_FATAL = frozenset(["invalid", "typo_domain", "disposable", *HARD])
_SOFT = frozenset(["opinion", "fan", "cute", "nickname"])
_CONFUSABLE = re.compile(r"[lI]1[a-z]|[a-z]1[lI]|[oO]0[a-z]|[a-z]0[oO]|[a-z][0134578][a-z]+[0134578][a-z]")
_CAPITAL_I = re.compile(r"[a-z]I|I[a-z]")
_DOUBLED = re.compile(r"[._-]{2}")
_LONG = re.compile(r"([a-z])\1{2}")
_WORK = "work"


def judge_email(address: str, owner: Owner = Owner()) -> Judged:  # noqa: B008 (frozen)
    """`address` as the person wrote it, judged for `owner` (names may be empty). Never opens the network."""
    start = len(address) - len(address.lstrip())
    text = address.strip()
    local, at, domain = text.rpartition("@")
    if not _valid(text):
        return _invalid(address, local, at, owner)
    domain = fold(domain)
    base = local.split("+", 1)[0] if not local.startswith("+") else local
    read = reading.read(base, owner, start)
    if _CAPITAL_I.search(base) and read.name != COMPLETE:  # a capital I that stands for an l
        again = reading.read(base.replace("I", "l"), owner, start)
        read = again if again.name == COMPLETE else read
    kind, meant = domains.read(domain)
    if kind == domains.OWN:
        kind = _own_domain(read, domain, owner)
    if kind == domains.RELAY:  # a masked address is fit to be read once it holds the name
        kind = domains.COMMON if read.name == COMPLETE else domains.DISPOSABLE
    _domain_reasons(read, kind, start + len(local) + 1, start + len(text))
    _dictation(read, base, start, owner)
    _name_reasons(read, base, start)
    verdict = _verdict(read, kind)
    if verdict == UNSUITABLE and read.name != COMPLETE:
        read.found.update({code: span for code, span in read.perhaps.items() if code not in read.found})
    reasons = tuple(code for code in REASONS if code in read.found)
    if verdict == GOOD:
        reasons = ()
    proposals = () if verdict == GOOD else suggest.addresses(owner, read.guess, domain if kind == domains.COMMON else meant)
    if meant and read.name == COMPLETE and reasons == ("typo_domain",):
        proposals = tuple(dict.fromkeys((f"{local}@{meant}", *proposals)))[:5]
    return Judged(verdict, reasons, proposals, {code: read.found[code] for code in reasons}, tuple(read.spared))


def _valid(text: str) -> bool:
    if len(text) > 320:
        return False
    try:
        validate_email(text, check_deliverability=False, allow_smtputf8=False)
    except EmailNotValidError:
        return False
    local, _, domain = text.rpartition("@")
    return len(local) <= 64 and "." in domain


def _invalid(address: str, local: str, at: str, owner: Owner) -> Judged:
    read = reading.read(local if at else address[:80], owner, 0)
    spans = {"invalid": (0, len(address))}
    hard = tuple(code for code in HARD if code in read.found)
    spans.update({code: read.found[code] for code in hard})
    return Judged(UNSUITABLE, ("invalid", *hard), suggest.addresses(owner, read.guess, ""), spans, tuple(read.spared))


def _own_domain(read: reading.Read, domain: str, owner: Owner) -> str:
    """A domain of nobody known: the person's own when it holds their name, an employer's when its words say so."""
    name = domain.rsplit(".", 1)[0]
    pieces = split(squash(name), forms_of(owner))
    parts = {piece.form.part for piece in pieces if piece.kind == "name" and piece.form.degree == "full"}
    words = {word for label in name.split(".") for word in (label, *label.split("-"))}
    work = bool(words & lists.words("work_words") or any(piece.text in lists.words("work_words") for piece in pieces))
    if "last" in parts and (not work or "first" in parts or read.first):
        if read.name != COMPLETE and ("first" in parts or read.first):
            read.name = COMPLETE
        return domains.OWN
    if work or (read.owner_known and read.name == ABSENT and _is_a_role(read)):
        return _WORK
    return domains.OWN


def _is_a_role(read: reading.Read) -> bool:
    """The mailbox of a function ("contact", "tresorier", "accueil2"), not of a person."""
    words = [piece.text for piece in read.pieces if piece.kind != "number"]
    return bool(words) and all(word in lists.words("role") or word in lists.particles() for word in words)


def _domain_reasons(read: reading.Read, kind: str, start: int, end: int) -> None:
    code = {domains.SCHOOL: "school_or_work", domains.WORK: "school_or_work", domains.GONE: "closed_provider"}.get(kind, kind)
    if code in REASONS:
        read.found[code] = (start, end)


def _dictation(read: reading.Read, base: str, start: int, owner: Owner) -> None:
    """Note an address that is hard to say on the telephone; a long name, or one of several words, is never the cause."""
    joints = sum(len(re.findall(r"[\s\-'’]+", name.strip())) for name in (owner.first_name, owner.last_name))
    inside = sum(piece.start < place < piece.end for piece in read.pieces if piece.kind == "name" for place in read.squashed.breaks)
    named = sum(piece.end - piece.start for piece in read.pieces if piece.kind in ("name", "first", "last"))
    separators = [char for char in base if char in "._-'"]
    many = len(separators) > 2 + min(inside, joints) or len(set(separators)) > 2
    edges = base[:1] in "._-" or base[-1:] in "._-"
    long = len(base) > 36 or (len(base) > 26 and len(read.squashed.text) - named > 7)
    mixed = (
        any(piece.kind == "name" and not piece.text.isalpha() for piece in read.pieces)
        or bool(_CONFUSABLE.search(base) or re.search(r"[a-z]I[a-z]", base))
        or any(_LONG.search(piece.text) for piece in read.pieces)
    )
    if many or edges or long or mixed or _DOUBLED.search(base):
        read.found.setdefault("hard_to_dictate", (start, start + len(base)))


def _name_reasons(read: reading.Read, base: str, start: int) -> None:
    place = (start, start + len(base))
    if read.name == COMPLETE:
        return
    if read.name == OTHER and "family_shared" not in read.found:
        read.found.setdefault("name_mismatch", place)
        if read.last > 2 and not read.first:  # a relative's mailbox: it is read, by two people
            read.found.setdefault("family_shared", place)
        return
    if not (_SOFT | set(HARD) | {"family_shared", "job_search_word"}) & set(read.found) and read.name == ABSENT:
        whole = read.squashed.text
        if whole not in lists.words("role") and not whole.isdigit() and _says_something(read):
            read.found.setdefault("nickname", place)
    read.found.setdefault("name_missing", place)


def _says_something(read: reading.Read) -> bool:
    """More stands there than job words, a trade or a greeting: letters of nobody's name, a country, a town."""
    if not read.quiet - {"origin", "places"}:
        return True
    told = [piece for piece in read.pieces if piece.kind in ("unknown", "word", "first", "last") and piece.text not in lists.particles()]
    return read.owner_known and sum(len(piece.text) for piece in told) >= 4


def _unreadable(read: reading.Read) -> bool:
    """So many digits for letters that nobody types it right; or no whole name, and marks in the middle of what is left."""
    digits = sum(not char.isalpha() for piece in read.pieces if piece.kind == "name" for char in piece.text)
    if read.name == COMPLETE or "family_shared" in read.found:
        return digits > 2
    return digits > 0 or read.squashed.separators > 2


def _verdict(read: reading.Read, kind: str) -> str:
    found = set(read.found)
    if found & _FATAL or kind in (domains.WORK, domains.GONE) or read.squashed.text.isdigit():
        return UNSUITABLE
    if kind == domains.SCHOOL and read.name == ABSENT:
        return UNSUITABLE
    if "hard_to_dictate" in found and _unreadable(read):
        return UNSUITABLE
    if read.name == COMPLETE:
        return IMPROVE if found else GOOD
    if "family_shared" in found and read.last > 1 and not found & (_SOFT - {"nickname"}):
        return IMPROVE
    if found & _SOFT or ("name_mismatch" in found and read.first < 2):
        return UNSUITABLE
    if "family_shared" in found:
        return IMPROVE if read.last or read.first > 1 or (read.name == PARTIAL and not read.owner_known) else UNSUITABLE
    return IMPROVE

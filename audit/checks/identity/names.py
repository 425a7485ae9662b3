"""The owner's name in every shape it takes in an address: compound, particles, initials, short forms."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from audit.checks.identity import lists
from audit.checks.identity.folding import fold, sound
from audit.model import Owner

FULL, SHORT, INITIAL = "full", "short", "initial"
EITHER = "either"  # an initial, or a whole name, that the first name and the surname share
_UMLAUTS = (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ñ", "n"), ("œ", "oe"))
_SPLIT = re.compile(r"[^a-z]+")


@dataclass(frozen=True, slots=True)
class Form:
    """One shape of a part of the name: `part` is first or last, `degree` is full, short or initial."""

    part: str
    degree: str
    pet: bool = False  # a tender form, not the beginning of the name


@dataclass(frozen=True, slots=True)
class Forms:
    """All shapes of a person's name; `exact` maps a folded string to its Form, `sounds` maps a sound key to it."""

    exact: dict[str, Form] = field(repr=False)
    sounds: dict[str, Form] = field(repr=False)
    bones: dict[str, Form] = field(default_factory=dict, repr=False)  # consonants, for other spellings (Ioulia, Yulia)
    wholes: tuple[str, ...] = ()  # the whole words of the name, of four letters or more
    heads: frozenset[str] = frozenset()  # the first two letters of each first name
    first: bool = False
    last: bool = False
    shortest: int = 1  # how long another spelling may be
    longest: int = 0

    def find(self, text: str, disguised: bool = False) -> tuple[Form, float] | None:
        """The shape that `text` is, with what it costs to read it so; None when it is none. `disguised`: it may hold digits or long letters."""
        form = self.exact.get(text)
        if form:
            return form, _COSTS[form.degree] - 0.005 * len(text)
        if self.shortest <= len(text) <= self.longest:
            if form := self.sounds.get(_heard(text)):
                return form, 1.6
            if self.bones and (form := self.bones.get(_bones(text))):
                return form, 1.9
        if disguised and len(text) >= 3:
            for plain in _plain(text):
                form = self.exact.get(plain)
                if form and form.degree == FULL:
                    return form, 1.7
        return None


_COSTS = {FULL: 0.3, SHORT: 0.9, INITIAL: 0.95}
_LEETS = (str.maketrans("01345789", "oieastbg"), str.maketrans("01345789", "oleastbg"))
_LONG = re.compile(r"(.)\1{2,}")


def _plain(text: str) -> tuple[str, ...]:
    """`text` with digits read as letters, or with long letters cut; nothing when it has neither."""
    if not text.isalpha() and sum(char.isalpha() for char in text) >= 2:
        return text.translate(_LEETS[0]), text.translate(_LEETS[1])
    return (_LONG.sub(r"\1", text),) if _LONG.search(text) else ()


_SPELLINGS = (
    ("tch", "ch"), ("tsch", "ch"), ("sch", "ch"), ("sh", "ch"), ("dj", "j"), ("dzh", "j"), ("kh", "k"), ("gh", "g"), ("ph", "f"), ("th", "t"),
    ("ch", "0"), ("qu", "k"), ("ck", "k"), ("c", "k"), ("q", "k"), ("w", "v"), ("z", "s"), ("y", "i"), ("x", "ks"),
)  # fmt: skip


@lru_cache(maxsize=65536)
def _heard(text: str) -> str:
    """How a name sounds, whichever alphabet and country it was spelt for (Ioulia and Yulia, Ousmane and Usman)."""
    return sound(text.replace("ou", "u").replace("y", "i").replace("w", "v"))


@lru_cache(maxsize=65536)
def _bones(text: str) -> str:
    """What every way to write a name in Latin letters keeps: how it begins (a vowel or which consonant), its consonants, the last vowel."""
    for old, new in _SPELLINGS:
        text = text.replace(old, new)
    head = "*" if text[:1] in "aeiou" else ""
    tail = next((char for char in reversed(text) if char in "aeiou"), "") if text[-1:] in "aeiou" else ""
    solid = [char for char in text if char not in "aeiouh"]
    return head + "".join(char for i, char in enumerate(solid) if i == 0 or char != solid[i - 1]) + tail


def parts_of(name: str) -> list[str]:
    """The folded words of a name: "N'Diaye-Le Goff" gives ndiaye, le, goff."""
    return [part for part in _SPLIT.split(fold(name).replace("'", "")) if part]


@lru_cache(maxsize=4096)
def forms_of(owner: Owner) -> Forms:
    """Every shape of the owner's first name and surname."""
    exact: dict[str, Form] = {}
    first, last = parts_of(owner.first_name), parts_of(owner.last_name)
    _add_part(exact, "last", owner.last_name, last)
    _add_part(exact, "first", owner.first_name, first)
    for word in (*first, "".join(first), "-".join(first)):
        for form in lists.diminutives().get(word, ()):
            exact.setdefault(form, Form("first", SHORT, not word.startswith(form) and lists.names("first").get(form, 9) > 0))
    sounds = {_heard(text): form for text, form in exact.items() if form.degree == FULL and len(text) >= 5}
    bones = {_bones(text): form for text, form in exact.items() if form.degree == FULL and len(text) >= 5}
    bones = {key: form for key, form in bones.items() if len(key) >= 4}
    sizes = [len(text) for text, form in exact.items() if form.degree == FULL and len(text) >= 5]
    near = (max(5, min(sizes) - 2), max(sizes) + 3) if sizes else (1, 0)
    heads = frozenset(word[:2] for word in first if len(word) >= 3)
    wholes = tuple(text for text, form in exact.items() if form.degree == FULL and len(text) >= 4)
    return Forms(exact, sounds, bones, wholes, heads, bool(first), bool(last), *near)


def _add_part(exact: dict[str, Form], part: str, name: str, words: list[str]) -> None:
    if not words:
        return
    bare = [word for word in words if word not in lists.particles()] or words
    spelt = name.lower()
    for umlaut, pair in _UMLAUTS:
        spelt = spelt.replace(umlaut, pair)
    fulls = {"".join(words), "".join(bare), "".join(parts_of(spelt)), *(word for word in bare if len(word) > 1)}
    if len(words) > len(bare):  # de la Fontaine: lafontaine too
        fulls |= {"".join(words[index:]) for index in range(len(words) - 1)}
    for full in fulls:
        if full not in exact or exact[full].degree == SHORT:  # Léa Leau: the whole first name, not the beginning of the surname
            exact[full] = Form(part, FULL)
        elif exact[full].degree == FULL and exact[full].part != part:  # Ali Ali
            exact[full] = Form(EITHER, FULL)
    initials = {"".join(word[0] for word in words), "".join(word[0] for word in bare), words[0][0], bare[0][0]}
    for text in initials:
        other = exact.get(text)
        exact[text] = Form(EITHER, INITIAL) if other and other.degree == INITIAL and other.part != part else other or Form(part, INITIAL)
    whole = "".join(bare)
    for length in range(3, len(whole)):
        exact.setdefault(whole[:length], Form(part, SHORT))
    consonants = whole[0] + re.sub("[aeiouy]", "", whole[1:])
    if len(consonants) >= 3:
        exact.setdefault(consonants, Form(part, SHORT))

"""One table of every string the splitter may recognise: words with a reason, names, ordinary words."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from ahocorasick_rs import AhoCorasick

from audit.checks.identity import lists
from audit.checks.identity.folding import sound

ALSO = (
    "hate",
    "sexual",
    "vulgar",
    "drugs",
    "violence",
    "fan",
    "cute",
    "nickname",
    "family",
)  # also_NAME.txt: words that carry a second reason
_ALSO_CODE = {"hate": "offensive_hate", "drugs": "drugs_alcohol", "family": "family_shared"}
HARD = ("offensive_hate", "sexual", "vulgar", "drugs_alcohol", "violence")
SOFT = ("opinion", "fan", "cute", "nickname")
QUIET = ("family", "job", "origin", "neutral", "places")
_LONGEST = 26


@dataclass(frozen=True, slots=True)
class Entry:
    """What is known of one string: its reason (or quiet class), whether it is a name, how frequent it is as a word."""

    code: str = ""
    quiet: str = ""
    whole: bool = False  # the coded word counts only as a whole part
    sure: bool = False  # the coded word stands inside no name or ordinary word, so it counts even among unknown letters
    joints: frozenset[int] = frozenset()  # inner places where a separator may stand ("one_piece": 3)
    also: tuple[str, ...] = ()  # further reasons that the same word carries
    perhaps: tuple[str, ...] = ()  # harder readings of a soft word, told only where the verdict is that severe anyway
    first: int = 9
    last: int = 9
    zipf: float = 0.0


NOTHING = Entry()


@cache
def vocabulary() -> dict[str, Entry]:
    """String -> Entry, for everything in the lists; built once (about 90 000 strings, a quarter of a second)."""
    rows: dict[str, dict] = {}
    for code in (*HARD, *SOFT):
        for raw in lists.words(code):
            _add_word(rows, raw, "code", code)
    for quiet in QUIET:
        for raw in lists.words(quiet):
            _add_word(rows, raw, "quiet", quiet)
    for name in ALSO:
        for raw in lists.words(f"also_{name}"):
            code, row = _ALSO_CODE.get(name, name), rows.get(raw.replace("_", ""), {})
            # A second reading explains; it never makes a harmless nickname a harmful one.
            if "code" in row and row["code"] != code and (code not in HARD or row["code"] in HARD):
                row["also"] = (*row.get("also", ()), code)
            elif "code" in row and row["code"] != code:
                row["perhaps"] = (*row.get("perhaps", ()), code)
    for kind in ("first", "last"):
        for name, rank in lists.names(kind).items():
            if 2 <= len(name) <= _LONGEST:
                rows.setdefault(name, {})[kind] = rank
    for short in frozenset().union(*lists.diminutives().values()):
        if len(short) >= 2 and "code" not in rows.get(short, {}):
            rows.setdefault(short, {}).setdefault("first", 1)
    for text in lists.words("distinctive"):
        if rows.get(text, {}).get("code") in HARD:
            rows[text]["sure"] = True
    for word, zipf in lists.frequencies().items():
        rows.setdefault(word, {})["zipf"] = zipf
    return {text: Entry(**row) for text, row in rows.items()}


def _add_word(rows: dict[str, dict], raw: str, field: str, value: str) -> None:
    bare = raw.rstrip("=")
    parts = bare.split("_")
    text = "".join(parts)
    joints, place = set(), 0
    for part in parts[:-1]:
        place += len(part)
        joints.add(place)
    row = rows.setdefault(text, {})
    if field in row:
        row["joints"] = frozenset(row.get("joints", frozenset()) | joints)
        row["whole"] = row.get("whole", False) and raw.endswith("=")
        return
    row[field] = value
    if field == "code":
        row["whole"] = raw.endswith("=")
    if joints:
        row["joints"] = frozenset(joints)
    if field == "code" and len(text) >= 4 and text[-1] not in "sxz" and text.isalpha():
        for ending in "sxz":
            if text + ending in lists.names("last"):  # Porras and Garces are surnames
                continue
            rows.setdefault(text + ending, {}).setdefault("code", value)
            rows[text + ending].setdefault("whole", raw.endswith("="))


@cache
def by_sound() -> dict[str, Entry]:
    """Sound key -> Entry of coded words of five letters or more, for spellings such as kokine or prinsess."""
    table: dict[str, Entry] = {}
    for text, entry in vocabulary().items():
        if entry.code and len(text) >= 5 and text.isalpha():
            key = sound(text)
            if len(key) >= 4:
                table.setdefault(key, entry)
    return table


@cache
def hidden_words() -> tuple[str, ...]:
    """Harmful words that stand inside no name and no ordinary word: short ones chosen by hand (distinctive.txt), others of seven letters or more."""
    return tuple(sorted(word for word in lists.words("distinctive") if vocabulary()[word].sure and (len(word) <= 4 or len(word) >= 7)))


@cache
def hidden() -> AhoCorasick:
    """One automaton over `hidden_words`."""
    return AhoCorasick(list(hidden_words()))

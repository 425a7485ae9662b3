"""Reads an address's local part or a handle: whose name stands in it, and what is left once the name is taken out."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from audit.checks.identity import lists, numbers
from audit.checks.identity.folding import Squashed, squash
from audit.checks.identity.judged import Spared
from audit.checks.identity.names import SHORT, forms_of
from audit.checks.identity.owner import ABSENT, COMPLETE, OTHER, STAMMER, TWICE, name_of_owner
from audit.checks.identity.parts import EITHER, FIRST, QUIET, Part, believable, parts_in
from audit.checks.identity.phrases import phrases
from audit.checks.identity.shape import guess, is_a_phrase, name_by_shape
from audit.checks.identity.split import Piece, split
from audit.checks.identity.vocabulary import HARD, SOFT, hidden, hidden_words, vocabulary
from audit.model import Owner

_SEARCH = (
    "cherche",
    "recherche",
    "rech",
    "besoin",
    "urgent",
    "embauche",
    "chom",
    "hire",
    "jecherche",
    "jeveux",
    "enrecherche",
    "sansemploi",
    "looking",
    "need",
)

_MIXED = re.compile(r"(?:[a-z]{1,3}\d+){2,}[a-z]{0,3}|\d+(?:[a-z]{1,3}\d+)+[a-z]{0,3}")  # letters and digits in turn
_LONGEST = 120  # no network or mailbox allows more; what follows is not read


@dataclass(slots=True)
class Read:
    """`name` says how much of a name stands there; `found` maps each reason to where; `spared` is what was left alone."""

    squashed: Squashed
    pieces: tuple[Piece, ...]
    parts: list[Part]
    owner_known: bool = False
    name: str = ABSENT
    first: int = 0
    last: int = 0
    found: dict[str, tuple[int, int]] = field(default_factory=dict)
    perhaps: dict[str, tuple[int, int]] = field(default_factory=dict)
    spared: list[Spared] = field(default_factory=list)
    quiet: set[str] = field(default_factory=set)
    guess: tuple[str, str] | None = field(default=None, repr=False)

    def add(self, code: str, start: int, end: int) -> None:
        """Note `code` at the letters start..end, unless it is noted already."""
        self.found.setdefault(code, self.squashed.span(start, end))

    def spare(self, code: str, because: str, piece: Piece) -> None:
        """Note that `piece` looked like `code` and was left alone."""
        self.spared.append(Spared(code, because, self.squashed.span(piece.start, piece.end)))


def read(text: str, owner: Owner, offset: int = 0) -> Read:
    """Everything `text` tells; offsets of `found` are places in the text that `text` was cut from at `offset`."""
    squashed = squash(text[:_LONGEST], offset)
    forms = forms_of(owner)
    pieces = split(squashed, forms)
    result = Read(squashed, pieces, parts_in(pieces, squashed.breaks), forms.first or forms.last)
    if not pieces:
        return result
    if result.owner_known:
        result.name, result.first, result.last = name_of_owner(pieces, result.parts, forms)
        if result.name == OTHER and not (result.first or result.last) and is_a_phrase(result.parts):
            result.name = ABSENT
        elif result.name == ABSENT and _somebody(pieces, squashed):
            result.name = OTHER
    else:
        result.name = name_by_shape(result.parts)
        result.guess = guess(result.parts) if result.name == COMPLETE else None
    for code, start, end in phrases(pieces, squashed.breaks, result.owner_known, bool(result.first)):
        result.add(code, start, end)
    for part in result.parts:
        for piece in part.pieces:
            _word(result, piece, part)
    _numbers(result)
    _hidden(result)
    return result


def _word(result: Read, piece: Piece, part: Part) -> None:
    """Note the reason that a word carries, sparing names and chance strings inside unknown names."""
    code = piece.entry.code if piece.kind == "code" else ""
    if piece.kind == "name":
        if piece.form.degree == SHORT and (TWICE.fullmatch(piece.text) or (piece.form.pet and STAMMER.match(piece.text))):
            result.add("nickname", piece.start, piece.end)
    elif code:
        _coded(result, piece, part, code)
    elif piece.kind == "quiet" or (piece.kind == "word" and piece.entry.quiet and max(result.first, result.last) > 1):  # "contactlucas"
        result.quiet.add(piece.entry.quiet)
        if piece.entry.quiet == "family" and _household(piece, part):
            result.add("family_shared", piece.start, piece.end)
        elif piece.entry.quiet == "job" and (result.name != COMPLETE or piece.text.startswith(_SEARCH)):
            result.add("job_search_word", piece.start, piece.end)
            if result.name == ABSENT and piece.text in lists.joined("pleas"):
                result.add("nickname", piece.start, piece.end)
    elif piece.kind == "word" and piece.entry.quiet == "job" and result.name == ABSENT:  # "monjobdereve": the joined words play
        result.add("job_search_word", piece.start, piece.end)
        result.add("nickname", piece.start, piece.end)
    elif piece.kind == "word" and len(piece.text) >= 4 and part.kind in ("word", "coded") and not _seeks_work(result):
        result.add("nickname", piece.start, piece.end)


def _keys(pieces: tuple[Piece, ...]) -> bool:
    """Letters that make no syllables, and digits: keys struck at random ("hjgf4821", "xq75kd")."""
    letters = "".join(piece.text for piece in pieces if piece.kind in ("unknown", "letter"))
    plain = all(piece.kind in ("unknown", "letter", "number") for piece in pieces)
    return plain and len(letters) >= 3 and any(piece.kind == "number" for piece in pieces) and not re.search("[aeiouy]", letters)


def _somebody(pieces: tuple[Piece, ...], squashed: Squashed) -> bool:
    """Two parts that make somebody's first name and surname, and nothing else."""
    parts = parts_in(pieces, squashed.breaks)
    letters = [part for part in parts if part.kind != QUIET]
    if _initial_and_surname([piece for part in letters for piece in part.pieces]):
        return True
    if len(letters) != 2 or any(piece.kind in ("code", "quiet", "letter") for part in letters for piece in part.pieces):
        return False
    return name_by_shape(parts) == COMPLETE and sum(part.kind in (FIRST, EITHER) for part in letters) >= 1


def _initial_and_surname(pieces: list[Piece]) -> bool:
    """ "srenard", "k.duchemin": an initial and a surname of the lists."""
    if len(pieces) != 2:
        return False
    short, long = sorted(pieces, key=lambda piece: len(piece.text))
    return (
        len(short.text) <= 2
        and short.kind in ("letter", "unknown")
        and long.kind == "last"
        and long.entry.last <= 1
        and len(long.text) >= 5
    )


def _household(piece: Piece, part: Part) -> bool:
    """A family word stands alone in its part, or only beside words of the same kind ("papamaman", not Casabianca)."""
    others = [other for other in part.pieces if other is not piece]
    own = any(other.kind == "name" and other.form.part == "last" and other.form.degree == "full" for other in others)
    return piece.aligned or own or all(other.entry.quiet == "family" or other.entry.zipf >= 5.5 for other in others)


def _seeks_work(result: Read) -> bool:
    """The ordinary words belong to a search for work ("cherche.emploi.serieux")."""
    return any(piece.kind == "quiet" and piece.entry.quiet == "job" for piece in result.pieces)


def _coded(result: Read, piece: Piece, part: Part, code: str) -> None:
    if part.named or part.kind == "both":
        result.spare(code, "may_be_a_name", piece)
    elif piece.text in lists.words("titles") and result.name == COMPLETE:
        result.spare(code, "title", piece)
    elif code == "violence" and any(other.text in lists.words("game") for other in result.pieces):
        result.spare(code, "game", piece)
        result.add("fan", piece.start, piece.end)
    elif piece.text in lists.words("agents") and _of_something_harmless(result.pieces, piece):
        result.spare(code, "refused", piece)
        result.add("nickname", piece.start, piece.end)
    elif piece.text in lists.words("evils") and any(other.text in lists.words("refusals") for other in result.pieces if other is not piece):
        result.spare(code, "refused", piece)
        result.add("opinion", piece.start, piece.end)
    elif (_seeks_work(result) or "neutral" in result.quiet) and piece.text in lists.joined("neutral"):
        result.quiet.add("neutral")  # "bts" is a diploma beside a search for work, and a band elsewhere
    elif not believable(piece, part.pieces) and not _tells_all(result, piece):
        result.spare(code, "chance_letters", piece)
    elif code in SOFT and not result.owner_known and result.name == COMPLETE and part.kind != "coded":
        result.spare(code, "may_be_a_name", piece)
    else:
        for reason in (code, *piece.entry.also):
            result.add(reason, piece.start, piece.end)
        for reason in piece.entry.perhaps:
            result.perhaps.setdefault(reason, result.squashed.span(piece.start, piece.end))
        if (code == "cute" and result.name != COMPLETE) or (code == "cute" and piece.aligned and TWICE.fullmatch(piece.text)):
            result.add("nickname", piece.start, piece.end)


def _of_something_harmless(pieces: tuple[Piece, ...], agent: Piece) -> bool:
    """ "dealer de sourires", "tueuse de cafards": what follows "de" is a thing that nobody is harmed by."""
    place = pieces.index(agent)
    after = pieces[place + 1 :]
    if len(after) != 2 or after[0].text not in ("de", "d") or not after[1].aligned:
        return False
    return after[1].text in lists.words("harmless")


def _tells_all(result: Read, piece: Piece) -> bool:
    """Nothing of the person's name stands there, so no name can hold the word by chance; the rest reads as words or names too."""
    unread = sum(other.end - other.start for other in result.pieces if other.kind in ("unknown", "letter"))
    return result.owner_known and result.name == ABSENT and piece.loose and len(piece.text) >= 5 and unread <= 2


def _hidden(result: Read) -> None:
    """A harmful word that runs across the pieces ("mdma" in a play on words); never inside the person's name."""
    text = result.squashed.text
    for found, start, end in hidden().find_matches_as_indexes(text):
        code = vocabulary()[hidden_words()[found]].code
        inside = any(piece.kind == "name" and piece.start < end and start < piece.end for piece in result.pieces)
        named = any(part.named and part.pieces[0].start < end and start < part.pieces[-1].end for part in result.parts)
        spared = any(
            one.span[0] < result.squashed.where[end - 1] + 1 and result.squashed.where[start] < one.span[1] for one in result.spared
        )
        if (
            not inside
            and not named
            and not spared
            and code not in result.found
            and not any(start < place < end for place in result.squashed.breaks)
        ):
            result.add(code, start, end)


def _numbers(result: Read) -> None:
    previous: Piece | None = None
    for piece in result.pieces:
        if piece.kind == "number":
            for code in numbers.read(piece.text):
                result.add(code, piece.start, piece.end)
        elif piece.kind == "decoration":
            result.add("nickname", piece.start, piece.end)
        elif piece.text in ("a", "b") and previous and previous.text == "2" and piece.end == len(result.squashed.text):
            result.add("department", previous.start, piece.end)
        previous = piece
    digits = [piece for piece in result.pieces if piece.kind == "number"]
    mixed = (
        result.name == ABSENT and not result.found.keys() & set(HARD) and (_MIXED.fullmatch(result.squashed.text) or _keys(result.pieces))
    )
    if mixed or len(digits) >= 3 or (len(digits) == 2 and sum(len(piece.text) for piece in digits) >= 6):
        result.add("random_digits", digits[0].start if digits else 0, digits[-1].end if digits else len(result.squashed.text))

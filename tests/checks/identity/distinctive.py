"""Computes data/words/distinctive.txt: harmful words that stand inside no name, place or ordinary word. Run it after editing the lists."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[3]))

from audit.checks.identity import lists
from audit.checks.identity.vocabulary import HARD

SHORT = frozenset("fdp beuh mdma bdsm cunt slut sexy sexe teub zgeg twat fcku nsfw".split())  # three or four letters, chosen by hand
OTHERS = ("cute", "nickname", "fan", "places", "neutral", "origin", "job", "opinion")
HEAD = """# Words of the hard lists that stand inside no name, place or ordinary word of the other lists: found even among unknown letters.
# Origin: computed from the lists of this folder and of data/names by tests/checks/identity/distinctive.py; 2026-11.
"""


def compute() -> list[str]:
    """The distinctive words, in order."""
    hard = frozenset().union(*(lists.joined(code) for code in HARD))
    alone = {word.rstrip("=") for code in HARD for word in lists.words(code) if word.endswith("=")}
    fine = {*lists.names("first"), *lists.names("last"), *(word for word in lists.frequencies() if word not in hard)}
    hay = "\n".join(sorted(fine.union(*(lists.joined(name) for name in OTHERS))))
    long_enough = (word for word in hard if word.isalpha() and (len(word) >= 6 or word in SHORT or (len(word) == 5 and word not in alone)))
    return sorted(word for word in long_enough if word not in hay)


def written(words: list[str]) -> str:
    """The file's text, in lines of 150 letters at most."""
    lines, line = [], ""
    for word in words:
        if len(line) + len(word) + 1 > 150:
            lines.append(line)
            line = ""
        line = f"{line} {word}".strip()
    return HEAD + "\n".join([*lines, line]) + "\n"


if __name__ == "__main__":
    (lists.DATA / "words" / "distinctive.txt").write_text(written(compute()), encoding="utf-8")

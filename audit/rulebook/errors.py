"""What is wrong in a rule file, said so that a person who does not code can mend it."""

from __future__ import annotations


class RuleError(Exception):
    """A fault in `rules/`: names the file and line, quotes the line, and says how to mend it. Holds no user text."""

    def __init__(self, file: str, line: int, what: str, mend: str = "", quote: str = "") -> None:
        self.file, self.line, self.what, self.mend, self.quote = file, line, what, mend, quote
        parts = [f"{file}:{line}: {what}"]
        if quote:
            parts.append(f"    {quote.strip()[:160]}")
        if mend:
            parts.append(f"    mend: {mend}")
        super().__init__("\n".join(parts))

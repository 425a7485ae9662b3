"""Judging: what a match is worth. Each rule says which contexts matter; the order of precedence stands here, once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from audit.context.cues import CueReader
from audit.model import Cue, CueList, Finding, Match, Rule
from audit.text import Reading


class Judge:
    """Knows the rules and the cue lists; `judge` makes a Finding of a Match."""

    def __init__(self, rules: Mapping[str, Rule], cues: Mapping[tuple[str, str], CueList]) -> None:
        self._rules = rules
        self._readers = {lang: CueReader(cue for (cue_lang, _), cue in cues.items() if cue_lang == lang) for lang in ("fr", "en")}

    def judge(self, matches: Sequence[Match], reading: Reading) -> list[Finding]:
        """One Finding a Match, in the same order."""
        seen = {}
        findings = []
        for match in matches:
            rule = self._rules[match.rule]
            lang = self._language(rule, match, reading)
            if lang not in seen:
                seen[lang] = self._readers[lang].look(reading)
            span = (match.start, match.end)

            def fire(names: Iterable[str], lang: str = lang, span: tuple[int, int] = span) -> list[Cue]:
                names = tuple(names)
                return self._readers[lang].fire(names, span, reading, seen[lang]) if names else []

            outcome, cues = decide(rule, fire)
            if code := match.facts.get("spared"):  # the check itself knows why it is nothing
                outcome, cues = "set_aside", [Cue(str(code), reading.text[match.start : match.end])]
            findings.append(
                Finding(
                    rule=rule.id,
                    category=rule.category,
                    severity=rule.severity,
                    outcome=outcome,
                    start=match.start,
                    end=match.end,
                    excerpt=reading.text[match.start : match.end],
                    document=reading.document.id,
                    cues=tuple(cues),
                    facts=match.facts,
                )
            )
        return findings

    def cues_on(self, name: str, lang: str, span: tuple[int, int], reading: Reading) -> list[Cue]:
        """The cues of one list on one span of a reading; for trying a list alone."""
        reader = self._readers[lang]
        return reader.fire((name,), span, reading, reader.look(reading))

    def _language(self, rule: Rule, match: Match, reading: Reading) -> str:
        if rule.lang != "any":
            return rule.lang
        lang = reading.sentence_at(match.start).lang
        return lang if lang in self._readers else "fr"


def decide(rule: Rule, fire) -> tuple[str, list[Cue]]:
    """Precedence: a missing condition or a sparing cue sets aside; then doubt asks for review; else it is a flag."""
    needed = fire(rule.only_if)
    if rule.only_if and not needed:
        return "set_aside", []
    sparing = fire(rule.set_aside_if)
    if sparing:
        return "set_aside", sparing
    doubt = fire(rule.review_if)
    if doubt or rule.certainty == "possible":
        return "review", [*needed, *doubt]
    return "flag", needed

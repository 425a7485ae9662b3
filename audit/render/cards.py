"""Cards: each finding with its words in their sentence, what a recruiter may think, why it may be fine, what to do."""

from __future__ import annotations

from collections.abc import Mapping

from audit.i18n import has, say
from audit.model import Category, Cue, CueList, Finding, Report, Rule
from audit.render.labels import document_labels
from audit.render.nouns import Card, CueView
from audit.render.sentences import around
from audit.render.sides import corrections, question, sides


class NoReview:
    """Nobody decided anything yet; stands where a `Review` of the report room may stand."""

    def decision(self, key: str) -> str:
        return ""

    def note(self, key: str) -> str:
        return ""


class Cards:
    """Makes the cards of one report in one language."""

    def __init__(
        self,
        report: Report,
        lang: str,
        rules: Mapping[str, Rule],
        categories: Mapping[str, Category],
        cues: Mapping[tuple[str, str], CueList],
        review,
    ) -> None:
        self.lang, self.rules, self.categories, self._cues, self.review = lang, rules, categories, cues, review
        self.documents = {document.id: document for document in report.documents}
        self.labels = document_labels(report.documents, lang)
        self._used: dict[str, int] = {}

    def outcome(self, finding: Finding) -> str:
        """The finding's outcome; one that was brought back is to review."""
        if finding.outcome == "set_aside" and self.review.decision(finding.key) == "bring_back":
            return "review"
        return finding.outcome

    def card(self, finding: Finding) -> Card:
        """The card of a finding whose category is known; its rule may be gone since the report was saved."""
        document = self.documents.get(finding.document)
        before, words, after = around(document.text, finding.start, finding.end) if document else ("", finding.excerpt, "")
        category, decision, outcome = self.categories[finding.category], self.review.decision(finding.key), self.outcome(finding)
        return Card(
            key=finding.key,
            anchor=self._anchor(finding.key),
            rule=finding.rule,
            category=finding.category,
            category_title=category.title[self.lang],
            title=self.text(finding.rule, "title") or category.title[self.lang],
            severity=finding.severity,
            severity_label=say(f"severity.{finding.severity}", self.lang),
            outcome=outcome,
            outcome_label=say(f"outcome.{outcome}", self.lang),
            document=finding.document,
            document_label=self.labels.get(finding.document, ""),
            before=before,
            words=words,
            after=after,
            why=self.text(finding.rule, "why"),
            why_fine=category.why_fine[self.lang],
            advice=self.text(finding.rule, "advice") or say("advice.rule_gone", self.lang),
            instead=self.text(finding.rule, "instead"),
            cues=self._cue_views(finding, outcome),
            decision=decision,
            decision_label=self.decision_label(decision),
            note=self.review.note(finding.key),
            question=question(finding, self.lang),
            sides=sides(finding, self.documents, self.labels, self.lang),
            corrections=corrections(finding),
        )

    def text(self, rule: str, part: str) -> str:
        """A text of a rule in this language, or ""."""
        texts = getattr(self.rules.get(rule), part, None)
        return texts[self.lang] if texts else ""

    def decision_label(self, decision: str) -> str:
        return say(f"decision.{decision}", self.lang) if decision else ""

    def _anchor(self, key: str) -> str:
        number = self._used[key] = self._used.get(key, 0) + 1
        return key if number == 1 else f"{key}-{number}"

    def _cue_views(self, finding: Finding, outcome: str) -> tuple[CueView, ...]:
        views = tuple(CueView(cue.name, self._about(cue, finding), cue.excerpt) for cue in finding.cues)
        if not views and finding.outcome == "set_aside":
            return (CueView("no_context", say("cue.no_context", self.lang), ""),)
        return views

    def _about(self, cue: Cue, finding: Finding) -> str:
        for lang in dict.fromkeys((finding.rule.partition(".")[0], self.lang, "fr", "en")):
            if (lang, cue.name) in self._cues:
                return self._cues[lang, cue.name].about[self.lang]
        key = f"cue.{cue.name}"
        return say(key if has(key, self.lang) else "cue.context", self.lang)

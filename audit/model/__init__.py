"""The nouns every room shares: Document, Match, Finding, Rule, Verdict, Report, Problem."""

from audit.model.document import CONTENT_KINDS, KINDS, Document, Owner, scrub
from audit.model.finding import OUTCOMES, SEVERITIES, Cue, Finding, Match
from audit.model.problem import Problem
from audit.model.report import Area, Report, Step, Strength, Verdict
from audit.model.rule import HOWS, Bilingual, Category, CueList, Examples, Find, Phrase, Rule, Template

__all__ = [
    "CONTENT_KINDS",
    "HOWS",
    "KINDS",
    "OUTCOMES",
    "SEVERITIES",
    "Area",
    "Bilingual",
    "Category",
    "Cue",
    "CueList",
    "Document",
    "Examples",
    "Find",
    "Finding",
    "Match",
    "Owner",
    "Phrase",
    "Problem",
    "Report",
    "Rule",
    "Step",
    "Strength",
    "Template",
    "Verdict",
    "scrub",
]

"""The nouns every room shares: Document, Match, Finding, Rule, Verdict, Report, Problem."""

from audit.model.about import ABOUT, PICTURES, SEARCHES, TOP, VISIBILITIES, About, Account, about_in
from audit.model.document import CONTENT_KINDS, KINDS, Document, Owner, scrub
from audit.model.finding import OUTCOMES, SEVERITIES, Cue, Finding, Match
from audit.model.problem import Problem
from audit.model.report import Area, Report, Step, Strength, Verdict
from audit.model.rule import HOWS, Bilingual, Category, CueList, Examples, Find, Phrase, Rule, Template

__all__ = [
    "ABOUT",
    "CONTENT_KINDS",
    "HOWS",
    "KINDS",
    "OUTCOMES",
    "PICTURES",
    "SEARCHES",
    "SEVERITIES",
    "TOP",
    "VISIBILITIES",
    "About",
    "Account",
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
    "about_in",
    "scrub",
]

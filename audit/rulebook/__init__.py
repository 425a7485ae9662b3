"""The rulebook: `rules/` read, checked and expanded; no judging and no finding here."""

from audit.rulebook.errors import RuleError
from audit.rulebook.load import RULES, Rulebook, load_rulebook, read_lists
from audit.rulebook.marks import unmark

__all__ = ["RULES", "RuleError", "Rulebook", "load_rulebook", "read_lists", "unmark"]

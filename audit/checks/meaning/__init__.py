"""Meaning: a trained second opinion on sentences that no phrase catches; it never says more than "to review"."""

from audit.checks.meaning.finder import MeaningFinder

__all__ = ["MeaningFinder"]

"""The interface's words, French and English; the words of rules live in `rules/`."""

from audit.i18n.say import LANGS, has, say

__all__ = ["LANGS", "has", "say"]

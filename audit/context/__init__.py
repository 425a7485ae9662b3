"""Judging: cue lists, quotes and the order of precedence."""

from audit.context.judge import Judge

__all__ = ["Judge"]

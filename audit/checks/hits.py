"""What every finder yields: a rule's index and original offsets, before the engine makes Matches of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from audit.model import Rule


@dataclass(frozen=True, slots=True)
class Hit:
    """`rule` hit the original text [start, end); `facts` go to the sentences."""

    rule: Rule
    start: int
    end: int
    facts: Mapping[str, object] = field(default_factory=dict, repr=False)

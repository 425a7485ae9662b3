"""E-mail addresses in texts that everybody reads; a contact address in a bio or a CV is normal."""

from __future__ import annotations

import re
from collections.abc import Iterator

from audit.checks.personal.ground import Ground, Piece

REASONS = ("email",)
_EMAIL = re.compile(
    r"(?<![\w.@])[a-z0-9][a-z0-9._%+\-]{0,60}(?:@| ?(?:\(at\)|\[at\]|arobase) ?)[a-z0-9][a-z0-9\-]{0,60}(?:\.| ?(?:\(dot\)|point) ?)[a-z]{2,10}(?:\.[a-z]{2,4})?(?![\w@])"
)
_SHARED = re.compile(
    r"(?:contact|info|infos|hello|bonjour|accueil|rh|recrutement|jobs?|emploi|service|support|presse|secretariat|mairie|reservation|commande|asso|association|"
    r"noreply|no reply|admin|direction|billetterie|inscription|candidature|candidatures|stage|stages|adoption)s?(?:[._\-].*)?@"
)


def find(ground: Ground) -> Iterator[Piece]:
    """Personal e-mail addresses in posts, captions and comments; shared mailboxes and organisations are left alone."""
    if ground.kind not in ("post", "caption", "comment"):
        return
    for match in mailboxes(ground.text):
        if not _SHARED.match(match[0]) and not ground.of_public(match.start()):
            yield Piece("email", *match.span())


def mailboxes(folded: str) -> Iterator[re.Match[str]]:
    """Every e-mail address of a folded text, whoever's it is and wherever it stands."""
    return _EMAIL.finditer(folded)

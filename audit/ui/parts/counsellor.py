"""Hints for the counsellor, folded at the end of a page; "vous"."""

from __future__ import annotations

from audit.render.nouns import CounsellorPage
from audit.ui import safe
from audit.ui.parts.words import folded, heading, items
from audit.ui.safe import join, tag
from audit.ui.state import t


def hints(page: CounsellorPage) -> None:
    """How to talk about the report, what is doubtful, rights."""
    doubts = join(tag("li", tag("strong", one.title), f" ({one.where}). ", one.why_fine, " ", one.ask) for one in page.doubtful[:6])
    rights = join(
        tag("li", tag("strong", one.title), " ", one.text, tag("span", f" ({one.source})", class_="rf-small")) for one in page.rights
    )
    safe.show(
        folded(
            t("ui.counsellor"),
            items(t(f"ui.counsellor.{number}") for number in (1, 2, 3, 4)),
            heading(3, t("ui.counsellor.doubts")) if page.doubtful else None,
            tag("ul", doubts) if page.doubtful else None,
            heading(3, t("ui.counsellor.rights")),
            tag("ul", rights),
            class_="rf-fold rf-counsellor",
        )
    )

"""What is already good, so that it can be said first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from audit.model import CONTENT_KINDS, Category, Document, Finding, Strength, Verdict


def strengths(
    documents: Sequence[Document], findings: Sequence[Finding], verdicts: Sequence[Verdict], categories: Mapping[str, Category]
) -> list[Strength]:
    """The good points that the checked documents show; codes and facts, no sentence."""
    found = []
    blamed = {finding.document for finding in findings if finding.outcome != "set_aside" and categories[finding.category].counts}
    for verdict in verdicts:
        if verdict.verdict == "good":
            found.append(Strength(f"good_{verdict.kind}"))
    content = [document for document in documents if document.kind in CONTENT_KINDS and document.text.strip()]
    clean = [document for document in content if document.id not in blamed]
    if content and len(clean) == len(content):
        found.append(Strength("all_clean", {"n": len(content)}))
    elif clean:
        found.append(Strength("some_clean", {"n": len(clean), "of": len(content)}))
    if any(document.kind == "bio" for document in clean):
        found.append(Strength("clean_bio"))
    public = [document for document in content if document.kind != "cv"]  # a CV may hold a number, and is right to
    if public and not any(finding.category == "personal_data" and finding.outcome != "set_aside" for finding in findings):
        found.append(Strength("no_personal_data"))
    if documents:
        found.append(Strength("took_the_step"))
    return found

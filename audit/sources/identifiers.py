"""What names the person: an e-mail address and handles, as Documents."""

from __future__ import annotations

from collections.abc import Sequence

from audit.model import Document, Owner


def identifiers(email: str, handles: Sequence[tuple[str, str]], owner: Owner) -> list[Document]:
    """Documents for an address and (platform, handle) pairs; what is empty is passed over. A leading @ of a handle is dropped."""
    documents = []
    if email.strip():
        documents.append(Document(email.strip(), kind="email", id="email1", owner=owner))
    for platform, handle in handles:
        bare = handle.strip().removeprefix("@")
        if bare:
            documents.append(
                Document(bare, kind="handle", id=f"handle{len(documents) + 1}", platform=platform.strip().lower(), owner=owner)
            )
    return documents

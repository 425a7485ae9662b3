"""Profile links: what an address names, what its page says in public, and what to do where it cannot be read."""

from audit.sources.links.identify import identify
from audit.sources.links.nouns import Card, Link, LinkError, PageResult

__all__ = ["Card", "Link", "LinkError", "PageResult", "identify"]

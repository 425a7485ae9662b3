"""Profile links: what an address names, what its page says in public, and what to do where it cannot be read."""

from audit.sources.links.cards import card, cards
from audit.sources.links.fetch import fetch_profile
from audit.sources.links.gather import Quota, fetch_all
from audit.sources.links.identify import identify
from audit.sources.links.nouns import Card, Link, LinkError, PageResult, Path
from audit.sources.links.platforms import house_of, imitated, is_number
from audit.sources.links.reading import read_page
from audit.sources.links.record import from_record, to_record
from audit.sources.links.saved import is_mhtml, read_saved

__all__ = [
    "Card",
    "Link",
    "LinkError",
    "PageResult",
    "Path",
    "Quota",
    "card",
    "cards",
    "fetch_all",
    "fetch_profile",
    "from_record",
    "house_of",
    "identify",
    "imitated",
    "is_mhtml",
    "is_number",
    "read_page",
    "read_saved",
    "to_record",
]

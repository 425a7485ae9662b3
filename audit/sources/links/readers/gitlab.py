"""GitLab: the public REST API (docs.gitlab.com/api/users, /api/projects): the user, then their profile and projects."""

from __future__ import annotations

from urllib.parse import urlsplit

from audit.sources.links.markup import Page
from audit.sources.links.readers.draft import Draft, dig

PLATFORM = "gitlab"
ADDRESSES = ("/api/v4/users",)
_API = "https://gitlab.com/api/v4/users"


def routes(handle: str) -> tuple[str, ...]:
    return (f"{_API}?username={handle}",)


def then(page: Page, handle: str) -> tuple[str, ...]:
    """The whole profile and the projects, once the number is known."""
    number = dig(page.json, "0.id")
    return (f"{_API}/{number}", f"{_API}/{number}/projects?order_by=last_activity_at&per_page=30") if isinstance(number, int) else ()


def read(page: Page, draft: Draft) -> None:
    data = page.json
    if isinstance(data, list) and urlsplit(page.url).path.endswith("/projects"):
        for project in data:
            draft.add(dig(project, "description"), "caption", dig(project, "last_activity_at"))
    elif data == []:
        draft.outcome = "absent"
    else:
        _user(dig(data, "0") if isinstance(data, list) else data, draft)


def _user(user: object, draft: Draft) -> None:
    if not dig(user, "username"):
        return
    draft.name(dig(user, "name"))
    draft.say("handle", dig(user, "username"))
    draft.bio(dig(user, "bio"))
    draft.bio(dig(user, "job_title"), key="headline")
    draft.say("location", dig(user, "location"))
    draft.say("jobs", dig(user, "organization"))
    draft.say("picture", dig(user, "avatar_url"))
    draft.say("contact", dig(user, "public_email"))
    linkedin = dig(user, "linkedin")
    draft.say("links", [dig(user, "website_url"), f"https://www.linkedin.com/in/{linkedin}" if linkedin else ""])

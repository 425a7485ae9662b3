"""GitHub: the public REST API (docs.github.com/rest/users), and the page of a profile."""

from __future__ import annotations

from audit.sources.links.markup import Page, text_of
from audit.sources.links.readers.draft import Draft

PLATFORM = "github"
ADDRESSES = ("api.github.com/",)


def routes(handle: str) -> tuple[str, ...]:
    return (f"https://api.github.com/users/{handle}", f"https://api.github.com/users/{handle}/repos?sort=updated&per_page=30")


def read(page: Page, draft: Draft) -> None:
    data = page.json
    if isinstance(data, list):
        for repository in data:
            if isinstance(repository, dict) and not repository.get("fork"):
                draft.add(repository.get("description"), "caption", repository.get("pushed_at"))
    elif isinstance(data, dict):
        if data.get("message") and "login" not in data:
            draft.outcome = "absent" if page.status == 404 else "blocked" if page.status in (403, 429) else "unknown"
            return
        draft.name(data.get("name"))
        draft.say("handle", data.get("login"))
        draft.bio(data.get("bio"))
        draft.say("location", data.get("location"))
        draft.say("jobs", data.get("company"))
        draft.say("picture", data.get("avatar_url"))
        draft.say("links", [data.get("blog"), f"https://x.com/{data['twitter_username']}" if data.get("twitter_username") else ""])
        draft.say("contact", data.get("email"))
    else:
        _page(page, draft)


def _page(page: Page, draft: Draft) -> None:
    draft.name(page.first(".p-name, [itemprop=name]"))
    draft.say("handle", page.first(".p-nickname, [itemprop=additionalName]").split("·")[0])
    draft.bio(page.first(".p-note, .user-profile-bio"))
    draft.say("location", page.first(".p-label, [itemprop=homeLocation]"))
    draft.say("jobs", page.first(".p-org, [itemprop=worksFor]"))
    draft.say("contact", page.first("[itemprop=email]"))
    readme = page.soup.select_one("article.markdown-body")
    if readme:
        draft.add(text_of(readme), "bio")

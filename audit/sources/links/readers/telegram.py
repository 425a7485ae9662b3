"""Telegram: the public page of a name (t.me/NAME) and of a channel (t.me/s/NAME)."""

from __future__ import annotations

from audit.sources.links.markup import Page, text_of
from audit.sources.links.readers.draft import Draft

PLATFORM = "telegram"
ADDRESSES = ()


def routes(handle: str) -> tuple[str, ...]:
    return (f"https://t.me/s/{handle}",)


def read(page: Page, draft: Draft) -> None:
    draft.name(page.first(".tgme_page_title, .tgme_channel_info_header_title"))
    handle = page.first(".tgme_page_extra, .tgme_channel_info_header_username")
    draft.say("handle", handle.lstrip("@") if handle.startswith("@") else "")
    draft.bio(page.first(".tgme_page_description, .tgme_channel_info_description"))
    picture = page.soup.select_one(".tgme_page_photo_image, .tgme_page_photo_image img")
    draft.say("picture", str(picture.get("src") or "") if picture else "")
    for message in page.soup.select(".tgme_widget_message", limit=100):
        if message.select_one(".tgme_widget_message_forwarded_from"):
            continue  # someone else's words
        text, moment = message.select_one(".tgme_widget_message_text"), message.select_one("time[datetime]")
        if text:
            draft.add(text_of(text), "post", str(moment["datetime"]) if moment else "")
    if not draft.profile.get("name") and page.meta.get("og:title", "").startswith("Telegram: Contact"):
        # A name nobody has, or someone who shows nothing: Telegram answers the same.
        draft.outcome = "unknown"
        draft.problem("no_public_page")

"""The identity extras of a report in words. A loaded report may hold anything: what is unknown is passed over."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from audit.i18n import has, say
from audit.model import PICTURES
from audit.render.labels import platform_name
from audit.render.nouns import Card, IdentityView, LinkView, ScreenView, SearchGroup

_URL = re.compile(r"https://[^\s\"'<>\\]{4,2000}")
_FACTS = ("training", "search", "domain", "town", "quality", "skill", "start")
_GOOD = ("face", "smile", "plain")
_LONGEST = 120  # characters of one of the person's words in a sentence


def identity_view(extras: Mapping[str, object], shown: Sequence[Card], lang: str) -> IdentityView:
    """The extras as sentences; `shown` are the cards that count, so that what is private is counted nowhere."""
    missing = [one for one in records(extras.get("missing")) if has(f"identity.add.{one.get('piece')}", lang)]
    joined = [one for one in records(extras.get("joined")) if text(one, "handle")]
    return IdentityView(
        screens=tuple(view for screen in records(extras.get("screens")) if (view := _screen(screen, shown, lang))),
        there=tuple(dict.fromkeys(said for one in records(extras.get("good")) if (said := _good(one, lang)))),
        missing=tuple(_missing(one, lang) for one in missing),
        pieces=tuple(say(key, lang) for one in missing if has(key := f"identity.piece.{one['piece']}", lang)),
        models=tuple(said for one in records(extras.get("models")) if (said := _model(one, lang))),
        joined=tuple(_joined(one, lang) for one in joined),
        joined_short=tuple(dict.fromkeys(_shown_on(one, lang) for one in joined)),
        searches=_searches(records(extras.get("search")), lang),
        look=_codes(extras.get("look"), "identity.look", lang),
        homonyms=_codes(extras.get("homonyms"), "identity.homonym", lang),
        removal=tuple(
            LinkView(say(key, lang), text(one, "url"))
            for one in records(extras.get("removal"))
            if has(key := f"identity.removal.{one.get('engine')}", lang) and _URL.fullmatch(text(one, "url"))
        ),
    )


def records(value: object) -> list[Mapping[str, object]]:
    """The mappings of a list; nothing when it is no list."""
    return [one for one in value if isinstance(one, Mapping)] if isinstance(value, list | tuple) else []


def text(record: Mapping[str, object], name: str) -> str:
    """A text of a record, or ""."""
    value = record.get(name)
    return value if isinstance(value, str) else ""


def _screen(screen: Mapping[str, object], shown: Sequence[Card], lang: str) -> ScreenView | None:
    platform = platform_name(text(screen, "platform"))
    lines = tuple(
        say("identity.screen.line", lang, what=say(key, lang), text=_picture(screen, one, lang) or _seen(one, shown, lang))
        for one in records(screen.get("seen"))
        if has(key := f"identity.screen.{one.get('what')}", lang)
    )
    who = f"identity.screen.{text(screen, 'visibility') or '-'}"
    return ScreenView(platform, say(who, lang) if has(who, lang) else "", lines) if platform and lines else None


def _picture(screen: Mapping[str, object], one: Mapping[str, object], lang: str) -> str:
    """What to think of the picture the person described: one good thing first, then what asks most for a change; "" when nothing was said."""
    held = screen.get("picture") if one.get("what") == "picture" else None
    codes = [code for code in held if isinstance(code, str)] if isinstance(held, list | tuple) else []
    known = [code for code in PICTURES if code in codes and has(f"identity.picture.says.{code}", lang)]
    good, other = [code for code in known if code in _GOOD], [code for code in known if code not in _GOOD]
    said = [say(f"identity.picture.says.{code}", lang) for code in (*good[:1], *other[-1:])]
    return " ".join([*said[:1], *(one[:1].upper() + one[1:] for one in said[1:])])


def _seen(one: Mapping[str, object], shown: Sequence[Card], lang: str) -> str:
    document = text(one, "document")
    if not document:
        return say("identity.screen.ask", lang)
    held = one.get("findings")
    keys = held if isinstance(held, list | tuple) else ()
    n = sum((card.document == document or card.key in keys) and not card.decision for card in shown)
    return say("identity.screen.look", lang, n=n) if n else say("identity.screen.fine", lang)


def _good(one: Mapping[str, object], lang: str) -> str:
    key, platform = f"identity.good.{one.get('code')}", platform_name(text(one, "platform"))
    if not has(key, lang) or (one.get("code") == "handle" and not platform):
        return ""
    return say(key, lang, platform=platform)


def _missing(one: Mapping[str, object], lang: str) -> str:
    key, held = f"identity.add.{one['piece']}", one.get("places")
    words = _facts(one.get("words"), lang)
    said = say(f"{key}.given", lang, text=next(iter(words.values()))) if words and has(f"{key}.given", lang) else say(key, lang)
    places = [place for place in held if isinstance(place, str)] if isinstance(held, list | tuple) else []
    names = [say("identity.add.cv", lang) if place == "cv" else platform_name(place) for place in places]
    where = ", ".join(name for name in names if name)
    return say("identity.add.line", lang, text=said, places=where) if where else said


def _model(one: Mapping[str, object], lang: str) -> str:
    """A model is never shown with a hole; what is looked for is a code, so that it is said in the reader's language."""
    key, facts = f"identity.model.{one.get('code')}", _facts(one.get("facts"), lang)
    if not has(key, lang):
        return ""
    try:
        return say(key, lang, **facts) if facts else ""
    except KeyError:
        return ""


def _facts(held: object, lang: str) -> dict[str, str]:
    """The words of a model; what is looked for is said with its trade and its date when these were given."""
    if not isinstance(held, Mapping):
        return {}
    facts = {name: text(held, name)[:_LONGEST] for name in _FACTS if text(held, name)}
    if has(wanted := f"identity.wanted.{facts.get('search')}", lang):
        facts["search"] = say(wanted, lang)
        if "domain" in facts:
            facts["search"] = say("identity.wanted.in", lang, search=facts["search"], domain=facts["domain"])
    return facts


def _joined(one: Mapping[str, object], lang: str) -> str:
    said, platform = _shown_on(one, lang), platform_name(text(one, "platform"))
    handle = text(one, "handle")[:_LONGEST]
    return say("identity.joined.line", lang, handle=handle, platform=platform, text=said) if platform else f"{handle} · {said}"


def _shown_on(one: Mapping[str, object], lang: str) -> str:
    place = one.get("on")
    return say(f"identity.joined.{place if place in ('email', 'cv') else 'profile'}", lang)


def _searches(links: Sequence[Mapping[str, object]], lang: str) -> tuple[SearchGroup, ...]:
    groups: dict[str, list[LinkView]] = {}
    for one in links:
        group, url = text(one, "group"), text(one, "url")
        if not has(f"identity.search.{group}", lang) or not _URL.fullmatch(url):
            continue
        engine, query = text(one, "engine"), text(one, "query")[:_LONGEST]
        name = say(f"identity.engine.{engine}", lang) if has(f"identity.engine.{engine}", lang) else platform_name(engine)
        groups.setdefault(group, []).append(LinkView(" · ".join(part for part in (name, query) if part) or url, url))
    return tuple(SearchGroup(say(f"identity.search.{group}", lang), tuple(held)) for group, held in groups.items())


def _codes(value: object, prefix: str, lang: str) -> tuple[str, ...]:
    codes = value if isinstance(value, list | tuple) else ()
    return tuple(say(f"{prefix}.{code}", lang) for code in codes if isinstance(code, str) and has(f"{prefix}.{code}", lang))

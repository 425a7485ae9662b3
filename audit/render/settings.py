"""The part "Mes réglages" of the paper: for each network the ways through its settings, in a few lines."""

from __future__ import annotations

from dataclasses import dataclass

from audit.i18n import say
from audit.render.nouns import PathView, PlatformView, View

NETWORKS = 6  # whose settings stand on paper
ON_THE_FIRST_PAGE = 2  # so many stand on the person's own page; more have a page to themselves
FOUND = 4  # things found on one network
MAX_ADDRESS = 45  # characters of an address somebody may type


@dataclass(frozen=True, slots=True)
class PaperPath:
    """One way through a network's settings; `note` is the word to look for, how sure we are, and the address of the page."""

    label: str
    text: str
    note: str


@dataclass(frozen=True, slots=True)
class PaperNetwork:
    """One network in a few lines; `found` is "" when nothing was found there."""

    name: str
    found: str
    paths: tuple[PaperPath, ...]


@dataclass(frozen=True, slots=True)
class Settings:
    """The part "Mes réglages", printed when a network is known; `apart`: they are too many for the person's own page."""

    title: str
    intro: str
    networks: tuple[PaperNetwork, ...] = ()
    more: str = ""
    apart: bool = False


def make_settings(view: View) -> Settings:
    """Networks with a way to do something, those where something was found first (the view's order)."""
    lang, known = view.lang, [one for one in view.platforms if one.paths]
    hidden = len(known) - NETWORKS
    return Settings(
        title=say("print.settings", lang),
        intro=" ".join([say("print.settings.intro", lang), *dict.fromkeys(f"{one.checked}." for one in known)]),
        networks=tuple(_network(one, lang) for one in known[:NETWORKS]),
        more=say("print.settings.more", lang, n=hidden) if hidden > 0 else "",
        apart=len(known) > ON_THE_FIRST_PAGE,
    )


def _network(one: PlatformView, lang: str) -> PaperNetwork:
    found = ", ".join(one.found[:FOUND]) + ("…" if len(one.found) > FOUND else "")
    return PaperNetwork(
        name=one.name,
        found=say("print.settings.found", lang, titles=found) if found else "",
        paths=tuple(PaperPath(path.label, _drawn(path.text, lang), _drawn(_note(path, lang), lang)) for path in one.paths),
    )


def _drawn(steps: str, lang: str) -> str:
    """Steps without the signs that paper's letters lack: menus of three lines or three dots are named."""
    lines, dots = say("print.sign.lines", lang), say("print.sign.dots", lang)
    return steps.replace("→", "›").replace("☰", lines).replace("⋯", dots).replace("⋮", dots)


def _note(path: PathView, lang: str) -> str:
    """An address is printed only when it can be typed."""
    address = path.url.removeprefix("https://").removeprefix("www.").rstrip("/")
    parts = [path.word, say(f"print.sure.{path.confidence}", lang), address if len(address) <= MAX_ADDRESS else ""]
    return " · ".join(part for part in parts if part)

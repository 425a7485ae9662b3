"""The one way to the page's HTML: everything is escaped unless this file made it; nothing else calls `st.html`.

A plain `str` is always text: `tag("p", words)` shows `<b>` as four characters. Only `Html`, which `tag` and `join`
return, passes as it is. Characters that cannot be seen but change what is seen are shown as a small sign.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable

import streamlit as st

from audit.model.document import scrub

# Bidirectional controls (CVE-2021-42574), zero-width and other invisible characters. The joiner (U+200D) and the
# variation selectors stay: family emoji need them.
_INVISIBLE = re.compile("[\u00ad\u061c\u180e\u200b\u200c\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]")
_CONTROL = re.compile("[\x01-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_NAME = re.compile(r"[a-z][a-z0-9]*\Z")
_LINK = re.compile(r"(?:https://|tel:|sms:)[^\s\"'<>]*\Z")
_ATTRIBUTES = frozenset({"class", "id", "href", "lang", "dir", "open", "role", "start", "title", "target", "rel"})


class Html(str):
    """HTML that this file made: what came from a person is escaped in it."""

    __slots__ = ()


def escape(text: str) -> Html:
    """A person's words as HTML text: escaped, with visible signs for invisible characters."""
    escaped = html.escape(scrub(text))
    escaped = _CONTROL.sub("\ufffd", escaped)
    return Html(_INVISIBLE.sub('<span class="rf-invisible">\u25e6</span>', escaped))


def join(pieces: Iterable[str | None], between: str = "") -> Html:
    """Pieces one after the other: `Html` as it is, `str` escaped, None left out."""
    made = [piece if isinstance(piece, Html) else escape(piece) for piece in pieces if piece is not None]
    return Html(escape(between).join(made))


def tag(name: str, *children: str | None, **attributes: str | bool | None) -> Html:
    """One element. `class_` writes `class`, `aria_label` writes `aria-label`; None or False leaves an attribute out.

    ValueError for a name, an attribute or an address that has no business on the page.
    """
    if not _NAME.match(name) or name in ("script", "style", "iframe", "object", "form", "meta", "link", "base"):
        raise ValueError("this element is not for words")
    written = "".join(_attribute(key, value) for key, value in attributes.items() if value is not None and value is not False)
    if name in ("br", "hr"):
        return Html(f"<{name}{written}>")
    return Html(f"<{name}{written}>{join(children)}</{name}>")


def _attribute(key: str, value: str | bool) -> str:
    key = key.rstrip("_").replace("_", "-")
    if key not in _ATTRIBUTES and not key.startswith("aria-"):
        raise ValueError("this attribute is not for words")
    if key == "href" and not _LINK.match(str(value)):
        raise ValueError("this is not an address to go to")
    if key in ("target", "rel") and value != {"target": "_blank", "rel": "noopener noreferrer"}[key]:
        raise ValueError("a page that is opened must not know this one")
    return f" {key}" if value is True else f' {key}="{html.escape(scrub(str(value)))}"'


def show(*pieces: str | None) -> None:
    """Puts pieces on the page as one element (each element costs about 3 ms of a room's time)."""
    if body := join(pieces):  # Streamlit refuses an empty element
        st.html(body)


def show_style(css: str) -> None:
    """The page's own style sheet: a file of this project, never a person's words."""
    st.html(f"<style>{css}</style>")


# Half an emoji (a lone surrogate, left by pages that cut texts) would make Streamlit drop the connection for good:
# it is replaced while it is typed or pasted, before Streamlit's own page sees it.
_WHOLE_CHARACTERS = r"""
if (!window.refletListens) {
  window.refletListens = true;
  const half = /[\ud800-\udbff](?![\udc00-\udfff])|(^|[^\ud800-\udbff])[\udc00-\udfff]/g;
  document.addEventListener("input", (event) => {
    const box = event.target, written = box.value;
    if (typeof written !== "string" || !(written.isWellFormed ? !written.isWellFormed() : half.test(written))) return;
    const whole = written.toWellFormed ? written.toWellFormed() : written.replace(half, "$1\ufffd");
    const kind = box instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement;
    Object.getOwnPropertyDescriptor(kind.prototype, "value").set.call(box, whole);
  }, true);
}
"""


def show_brand(brand: Html, lang: str) -> None:
    """The name of the app; with it the language of the page is told to the browser (Streamlit leaves it at "en")."""
    if lang not in ("fr", "en"):
        raise ValueError("unknown language")
    script = f'document.documentElement.lang="{lang}";{_WHOLE_CHARACTERS}'
    st.html(f"{brand}<script>{script}</script>", unsafe_allow_javascript=True)

"""From the YAML of one file to rules, cue lists, categories: every key checked, every fault with its line."""

from __future__ import annotations

import re
from collections.abc import Mapping

from audit.folded import plain
from audit.model import HOWS, KINDS, SEVERITIES, Bilingual, Category, CueList, Examples, Find, Phrase, Rule, Template
from audit.rulebook.expand import ExpandError, expand, written_out
from audit.rulebook.yaml_text import Value

Lists = Mapping[str, tuple[str, ...]]
_ID = re.compile(r"[a-z][a-z0-9_]*")
_DEFAULTS = (
    "category",
    "on",
    "severity",
    "certainty",
    "only_if",
    "set_aside_if",
    "review_if",
    "title",
    "why",
    "advice",
    "instead",
    "references",
)
_RULE = ("id", "find", "except", "examples", *_DEFAULTS)
_FIND = (*HOWS, "raw", "within", "order", "anchor", "with")
_CUES = ("about", "scope", "reach", "before", "after", "anywhere", "pseudo", "stops", "examples")
SCOPES = ("clause", "sentence", "text", "quotes")


def parse_pack(pack: Value, lang: str, stem: str, lists: Lists) -> list[Rule]:
    """The rules of one pack file; ids are `lang.stem.id`."""
    fields = pack.fields((*_DEFAULTS, "rules"), ("rules",))
    rules = []
    for value in fields["rules"].items():
        rules.append(_rule(value, {key: fields[key] for key in _DEFAULTS if key in fields}, lang, stem, lists))
    return rules


def _rule(value: Value, defaults: dict[str, Value], lang: str, stem: str, lists: Lists) -> Rule:
    own = value.fields(_RULE, ("id", "find", "examples"))
    merged = {**defaults, **own}
    for key in ("category", "severity", "on", "title", "why", "advice"):
        if key not in merged:
            raise value.fail(f"the rule has no {key!r}", f"add {key}: … to the rule or at the top of the file")
    name = own["id"].text()
    if not _ID.fullmatch(name):
        raise own["id"].fail(f"{name!r} is no rule id", "use small letters, digits and _")
    return Rule(
        id=f"{lang}.{stem}.{name}",
        lang=lang,
        category=merged["category"].text(),
        severity=_choice(merged["severity"], SEVERITIES),
        certainty=_choice(merged["certainty"], ("firm", "possible")) if "certainty" in merged else "firm",
        on=tuple(_choice(kind, KINDS) for kind in merged["on"].items()),
        find=_find(own["find"], lists),
        title=bilingual(merged["title"]),
        why=bilingual(merged["why"]),
        advice=bilingual(merged["advice"]),
        instead=bilingual(merged["instead"]) if "instead" in merged else None,
        excepts=_phrases(own["except"], lists) if "except" in own else (),
        only_if=_texts(merged, "only_if"),
        set_aside_if=_texts(merged, "set_aside_if"),
        review_if=_texts(merged, "review_if"),
        references=_texts(merged, "references"),
        examples=_examples(own["examples"]),
        file=value.file,
        line=value.line,
    )


def _find(value: Value, lists: Lists) -> Find:
    fields = value.fields(_FIND)
    hows = [how for how in HOWS if how in fields]
    if len(hows) != 1:
        raise value.fail("a rule finds in exactly one way", f"one of: {', '.join(HOWS)}")
    how = hows[0]
    given = fields[how]
    if how == "phrases":
        return Find(how, phrases=_phrases(given, lists))
    if how == "regex":
        return Find(how, patterns=given.texts(), raw="raw" in fields and fields["raw"].text() == "yes")
    if how == "frame":
        parts = tuple(_phrases(part, lists) for part in given.items())
        if len(parts) < 2:
            raise given.fail("a frame has at least two parts", "frame: [[phrases…], [phrases…]]")
        order = _choice(fields["order"], ("any", "given")) if "order" in fields else "given"
        return Find(how, parts=parts, within=_number(fields["within"]) if "within" in fields else 6, any_order=order == "any")
    if how == "tokens":
        if "anchor" not in fields:
            raise value.fail("a tokens rule needs an anchor", "anchor: [phrases that must be there before the text is parsed]")
        patterns = tuple(tuple(_plain(token) for token in pattern.items()) for pattern in given.items())
        return Find(how, parts=(_phrases(fields["anchor"], lists),), tokens=patterns)
    options = {key: option.text() for key, option in fields["with"].data.items()} if "with" in fields else {}
    return Find(how, name=given.text(), options=options)


def _plain(value: Value) -> object:
    """A spaCy token pattern: texts, lists and mappings, with numbers and booleans where spaCy wants them."""
    if isinstance(value.data, dict):
        return {key: _plain(item) for key, item in value.data.items()}
    if isinstance(value.data, list):
        return [_plain(item) for item in value.data]
    return {"true": True, "false": False}.get(value.data, int(value.data) if value.data.isdigit() else value.data)


def _phrases(value: Value, lists: Lists) -> tuple[Phrase, ...]:
    """The phrases of a list, folded before they stand for many."""
    found: dict[Phrase, None] = {}
    for item in value.items():
        for phrase in _expanded(item, lists):
            found[plain(phrase) if isinstance(phrase, str) and "-" in phrase else phrase] = None  # a brace and a hyphen met
    if "" in found:
        raise value.fail("a phrase is empty", "delete it, or check the braces: {,word} alone stands for nothing")
    return tuple(found)


def _expanded(item: Value, lists: Lists) -> list[Phrase]:
    try:
        return expand(plain(item.text()), lists)
    except ExpandError as error:
        raise item.fail(str(error), "see rules/README.md, « Phrases »") from None


def parse_lists(value: Value) -> dict[str, tuple[str, ...]]:
    """`lists.yaml`: named lists of words; a list may use the lists above it."""
    lists: dict[str, tuple[str, ...]] = {}
    for name, words in value.fields(tuple(value.data)).items():
        if not re.fullmatch(r"[a-z_]+", name):
            raise words.fail(f"{name!r} is no list name", "use small letters and _")
        written: dict[str, None] = {}
        for phrase in _phrases(words, lists):
            written.update(dict.fromkeys(written_out(phrase.pieces) if isinstance(phrase, Template) else (phrase,)))
        lists[name] = tuple(written)
    return lists


def parse_cues(value: Value, lang: str, stem: str, lists: Lists) -> CueList:
    """One cue list, e.g. `rules/context/fr/negated.yaml`."""
    fields = value.fields(_CUES, ("about", "scope", "examples"))
    examples = fields["examples"].fields(("fires", "silent"), ("fires", "silent"))

    def phrases(key: str) -> tuple[Phrase, ...]:
        return _phrases(fields[key], lists) if key in fields else ()

    return CueList(
        name=stem,
        lang=lang,
        about=bilingual(fields["about"]),
        scope=_choice(fields["scope"], SCOPES),
        reach=_number(fields["reach"]) if "reach" in fields else 6,
        before=phrases("before"),
        after=phrases("after"),
        anywhere=phrases("anywhere"),
        pseudo=phrases("pseudo"),
        stops=phrases("stops"),
        fires=examples["fires"].texts(),
        silent=examples["silent"].texts(),
        file=value.file,
        line=value.line,
    )


def parse_categories(value: Value) -> dict[str, Category]:
    """`rules/categories.yaml`."""
    found = {}
    for id_, category in value.fields(tuple(value.data)).items():
        fields = category.fields(("area", "counts", "title", "why_fine"), ("area", "title", "why_fine"))
        counts = _choice(fields["counts"], ("yes", "no")) == "yes" if "counts" in fields else True
        found[id_] = Category(id_, fields["area"].text(), counts, bilingual(fields["title"]), bilingual(fields["why_fine"]))
    return found


def parse_respell(value: Value) -> dict[str, str]:
    """`respell.yaml`: how messages write a word → how the phrases of the rules write it, both folded."""
    return {plain(written): plain(meant.text()) for written, meant in value.fields(tuple(value.data)).items()}


def bilingual(value: Value) -> Bilingual:
    """A text in French and in English, both there and not empty."""
    fields = value.fields(("fr", "en"), ("fr", "en"))
    texts = {lang: fields[lang].text().strip() for lang in ("fr", "en")}
    for lang, text in texts.items():
        if not text:
            raise fields[lang].fail(f"the {lang} text is empty", "write it")
    return texts


def _examples(value: Value) -> Examples:
    fields = value.fields(("flag", "review", "pass"), ("pass",))
    found = {key: fields[key].texts() if key in fields else () for key in ("flag", "review", "pass")}
    if not (found["flag"] or found["review"]):
        raise value.fail("no example of what is found", 'flag: ["a text with [[marks]]"]')
    for key in ("flag", "review"):
        for item in fields[key].items() if key in fields else []:
            if "[[" not in item.text():
                raise item.fail("the example has no [[mark]]", "put [[ ]] around what must be found")
    return Examples(found["flag"], found["review"], found["pass"])


def _choice(value: Value, allowed: tuple[str, ...]) -> str:
    text = value.text()
    if text not in allowed:
        raise value.fail(f"{text!r} is not allowed here", f"one of: {', '.join(allowed)}")
    return text


def _number(value: Value) -> int:
    if not value.text().isdigit():
        raise value.fail(f"{value.text()!r} is no whole number", "write digits")
    return int(value.text())


def _texts(fields: dict[str, Value], key: str) -> tuple[str, ...]:
    return fields[key].texts() if key in fields else ()

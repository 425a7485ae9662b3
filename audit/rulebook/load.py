"""The folder `rules/` read into one Rulebook, with what must hold between files checked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from audit.model import Category, CueList, Rule
from audit.rulebook.errors import RuleError
from audit.rulebook.parse import parse_categories, parse_cues, parse_lists, parse_pack, parse_respell
from audit.rulebook.yaml_text import load_yaml

RULES = Path(__file__).resolve().parent.parent.parent / "rules"
LANGS = ("fr", "en", "any")
_NOT_PACKS = ("lists", "respell")


@dataclass(frozen=True, slots=True)
class Rulebook:
    """All that Reflet knows: rules by id, categories by id, cue lists by (language, name); by language, respellings and masked words."""

    rules: Mapping[str, Rule]
    categories: Mapping[str, Category]
    cues: Mapping[tuple[str, str], CueList]
    respell: Mapping[str, Mapping[str, str]]
    masked: Mapping[str, tuple[str, ...]]

    def find(self, name: str) -> list[Rule]:
        """The rules whose id is `name` or starts with `name.`; empty when there is none."""
        return [rule for rule in self.rules.values() if rule.id == name or rule.id.startswith(name + ".")]


def read_lists(path: Path) -> dict[str, tuple[str, ...]]:
    """The named word lists of one file, as phrases; raises RuleError (file, line, mend) at the first fault."""
    return parse_lists(load_yaml(path, path.name))


def load_rulebook(folder: Path = RULES) -> Rulebook:
    """Reads every file of `folder`; raises RuleError (file, line, mend) at the first fault."""

    def read(path: Path):
        return load_yaml(path, path.relative_to(folder.parent).as_posix())

    categories = parse_categories(read(folder / "categories.yaml"))
    rules: dict[str, Rule] = {}
    cues: dict[tuple[str, str], CueList] = {}
    respell: dict[str, dict[str, str]] = {}
    masked: dict[str, tuple[str, ...]] = {}
    for lang in LANGS:
        lists_file, respell_file = folder / lang / "lists.yaml", folder / lang / "respell.yaml"
        lists = parse_lists(read(lists_file)) if lists_file.exists() else {}
        masked[lang] = lists.get("masked", ())
        respell[lang] = parse_respell(read(respell_file)) if respell_file.exists() else {}
        for path in sorted((folder / "context" / lang).glob("*.yaml")):
            cues[lang, path.stem] = parse_cues(read(path), lang, path.stem, lists)
        for path in sorted((folder / lang).glob("*.yaml")):
            if path.stem in _NOT_PACKS:
                continue
            for rule in parse_pack(read(path), lang, path.stem, lists):
                _check(rule, rules, categories)
                rules[rule.id] = rule
    for rule in rules.values():
        _check_cues(rule, cues)
    return Rulebook(rules, categories, cues, respell, masked)


def _check(rule: Rule, rules: Mapping[str, Rule], categories: Mapping[str, Category]) -> None:
    if rule.id in rules:
        raise RuleError(rule.file, rule.line, f"the id {rule.id!r} stands twice", "rename one of them")
    if rule.category not in categories:
        raise RuleError(rule.file, rule.line, f"unknown category {rule.category!r}", f"one of: {', '.join(categories)}")


def _check_cues(rule: Rule, cues: Mapping[tuple[str, str], CueList]) -> None:
    langs = ("fr", "en") if rule.lang == "any" else (rule.lang,)
    for name in (*rule.only_if, *rule.set_aside_if, *rule.review_if):
        for lang in langs:
            if (lang, name) not in cues:
                known = sorted(cue for language, cue in cues if language == lang)
                raise RuleError(rule.file, rule.line, f"unknown cue list {name!r} for {lang}", f"one of: {', '.join(known)}")

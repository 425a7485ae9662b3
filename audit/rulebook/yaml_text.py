"""YAML in which every scalar is text and every value remembers its line; the traps of YAML are refused here."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from audit.rulebook.errors import RuleError

_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # resolves nothing: `on`, `no` and `12:30` stay text
_QUOTED = re.compile(r"""(?<![\w])(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')(?![\w])""")
_HASHTAG = re.compile(r"\S\s+#(?=\S)")
_SPECIAL_START = re.compile(r"(?:^|[:,\-\[]\s)\s*(\[\[|[@*!&%`])")


@dataclass(frozen=True, slots=True)
class Value:
    """A text, a list of Values or a mapping of text to Value, with the file and line it stands on."""

    data: str | list[Value] | dict[str, Value]
    file: str
    line: int
    quote: str = ""

    def fail(self, what: str, mend: str = "") -> RuleError:
        """The error to raise about this value."""
        return RuleError(self.file, self.line, what, mend, self.quote)

    def text(self) -> str:
        """The text; a mapping or list where a text was meant is refused."""
        if isinstance(self.data, str):
            return self.data
        kind = "a mapping" if isinstance(self.data, dict) else "a list"
        raise self.fail(f"{kind} stands where a text was meant", 'put the text between double quotes: "Il dit : …"')

    def texts(self) -> tuple[str, ...]:
        """A list of texts; one text alone counts as a list of one."""
        return tuple(item.text() for item in self.items())

    def items(self) -> list[Value]:
        """The list's values; a text alone is a list of one."""
        if isinstance(self.data, list):
            return self.data
        if isinstance(self.data, str):
            return [self] if self.data else []
        raise self.fail("a mapping stands where a list was meant", "write a list: [a, b]")

    def fields(self, allowed: tuple[str, ...], required: tuple[str, ...] = ()) -> dict[str, Value]:
        """The mapping, once no key is unknown and none is missing."""
        if not isinstance(self.data, dict):
            raise self.fail("a text or list stands where a mapping was meant", f"allowed keys: {', '.join(allowed)}")
        for key, value in self.data.items():
            if key not in allowed:
                raise value.fail(f"unknown key {key!r}", f"allowed: {', '.join(allowed)}")
        for key in required:
            if key not in self.data:
                raise self.fail(f"the key {key!r} is missing", f"add {key}: …")
        return self.data


def load_yaml(path: Path, shown_as: str) -> Value:
    """The file as a Value; raises RuleError with file, line and mend for what YAML would swallow or misread."""
    source = path.read_text(encoding="utf-8")
    lines = source.splitlines()
    for number, line in enumerate(lines, 1):
        if not line.lstrip().startswith("#") and _HASHTAG.search(_QUOTED.sub("q", line)):
            raise RuleError(shown_as, number, "` #` starts a comment here: the hashtag would vanish", "put the text between quotes", line)
    try:
        node = yaml.compose(source, Loader=_Loader)
        if node is None:
            raise RuleError(shown_as, 1, "the file is empty", "add the keys of rules/README.md")
        return _value(node, shown_as, lines)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        number = mark.line + 1 if mark else 1
        quote = lines[number - 1] if number <= len(lines) else ""
        mend = (
            "quote texts that start with [[ @ * ! & % or hold `: `"
            if _SPECIAL_START.search(quote)
            else "see rules/README.md, « YAML traps »"
        )
        raise RuleError(shown_as, number, f"this is not YAML ({error.problem})", mend, quote) from None


def _value(node: yaml.Node, file: str, lines: list[str]) -> Value:
    line = node.start_mark.line + 1
    quote = lines[line - 1] if line <= len(lines) else ""
    if isinstance(node, yaml.ScalarNode):
        if node.tag and node.tag.startswith("!"):
            raise RuleError(file, line, "`!` starts a YAML tag here", "put the text between quotes", quote)
        return Value(node.value, file, line, quote)
    if isinstance(node, yaml.SequenceNode):
        return Value(list(_items(node, file, lines)), file, line, quote)
    fields: dict[str, Value] = {}
    for key_node, value_node in node.value:
        number = key_node.start_mark.line + 1
        if not isinstance(key_node, yaml.ScalarNode):
            raise RuleError(file, number, "a list or mapping cannot be a key", "put the text between quotes", lines[number - 1])
        if key_node.value in fields:
            raise RuleError(file, number, f"the key {key_node.value!r} stands twice", "keep one of them", lines[number - 1])
        fields[key_node.value] = _value(value_node, file, lines)
    return Value(fields, file, line, quote)


def _items(node: yaml.SequenceNode, file: str, lines: list[str]) -> Iterator[Value]:
    for child in node.value:
        number = child.start_mark.line + 1
        if isinstance(child, yaml.SequenceNode) and lines[number - 1][: child.start_mark.column + 1].endswith("[["):
            raise RuleError(file, number, "a text that starts with [[ is read as a list", "put it between double quotes", lines[number - 1])
        yield _value(child, file, lines)

"""YAML front matter: parts of the article and facts about it, at the head of a text file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import yaml

from newslint.document import Directive, Field
from newslint.errors import Problem, did_you_mean
from newslint.readers.base import TRANSCRIPTS, Extract
from newslint.readers.dates import iso_date
from newslint.readers.roles import key_name, role_of
from newslint.readers.scalars import scalar_extract
from newslint.record import Record
from newslint.span import LineIndex, Span

_OPENING = re.compile(r"---[ \t]*(?:\r\n|\r|\n)")
_CLOSING = re.compile(r"(?:(?<=\n)|(?<=\r)(?!\n))(?:---|\.\.\.)[ \t]*(?:\r\n|\r|\n|\Z)")
_LOOKS_LIKE_KEY = re.compile(r"[\w-]+:(?:\s|$)")
_TOML = re.compile(r"\+\+\+[ \t]*(?:\r\n|\r|\n)")
_TOML_CLOSING = re.compile(r"(?:(?<=\n)|(?<=\r)(?!\n))\+\+\+[ \t]*(?:\r\n|\r|\n|\Z)")
_NOTHING = frozenset({"", "~", "null", "Null", "NULL"})
# Nothing that people write is nested this deep.
_MAX_DEPTH = 100
_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class Part(Record):
    """A part of the article, with its text."""

    field: Field
    extract: Extract


class FrontMatter(Record):
    """What the head of a file says; the text goes on at `end`."""

    end: int = 0
    parts: tuple[Part, ...] = ()
    metadata: Mapping[str, str] = {}
    directives: tuple[Directive, ...] = ()
    problems: tuple[Problem, ...] = ()


def front_matter(source: str, path: str) -> FrontMatter:
    """Read the front matter of a file, if it has one.

    What is wrong with it is a problem of the result: the text below is checked all the same.
    """
    toml = _TOML.match(source)
    if toml:
        return _toml(source, toml, path)
    opening = _OPENING.match(source)
    if opening is None:
        return FrontMatter()
    closing = _CLOSING.search(source, opening.end() - 1)
    if closing is None:
        return _unclosed(source, opening, path)
    return _Reader(source, path, opening.end(), closing).read()


def _unclosed(source: str, opening: re.Match[str], path: str) -> FrontMatter:
    if not _LOOKS_LIKE_KEY.match(source, opening.end()):
        return FrontMatter()
    message = "the front matter is not closed"
    hint = "end it with a line of three hyphens"
    return FrontMatter(problems=(Problem(message, path, 1, 1, hint, excerpt="---"),))


def _toml(source: str, opening: re.Match[str], path: str) -> FrontMatter:
    closing = _TOML_CLOSING.search(source, opening.end() - 1)
    problem = Problem(
        "front matter in TOML is not read", path, 1, 1, "write it in YAML, between lines of ---"
    )
    return FrontMatter(closing.end() if closing else 0, problems=(problem,))


class _Reader:
    def __init__(self, source: str, path: str, start: int, closing: re.Match[str]) -> None:
        self._source = source
        self._path = path
        self._start = start
        self._closing = closing
        self._parts: list[Part] = []
        self._metadata: dict[str, str] = {}
        self._directives: list[Directive] = []
        self._problems: list[Problem] = []
        self._seen: set[int] = set()

    def read(self) -> FrontMatter:
        text = self._source[self._start : self._closing.start()]
        try:
            node = yaml.compose(text, Loader=_Loader)
        except yaml.YAMLError as error:
            node = None
            self._note_error(error)
        except RecursionError:
            node = None
            self._note_at(0, "the front matter is nested too deeply")
        if isinstance(node, yaml.MappingNode):
            for key, value in node.value:
                if isinstance(key, yaml.ScalarNode):
                    self._entry(key, value)
        elif node is not None:
            return FrontMatter()  # a thematic break and ordinary text
        return FrontMatter(
            self._closing.end(),
            tuple(self._parts),
            self._metadata,
            tuple(self._directives),
            tuple(self._problems),
        )

    def _entry(self, key: yaml.ScalarNode, value: yaml.Node) -> None:
        name, role = key_name(key.value), role_of(key.value)
        if name == "newslint":
            self._settings(value)
        elif name in (TRANSCRIPTS, "transcript"):
            self._transcripts(value)
        elif isinstance(role, Field):
            self._part(value, role, 0)
        elif isinstance(value, yaml.ScalarNode):
            if not _is_nothing(value):
                plain = iso_date(value.value) if role == "date" else value.value
                self._metadata[role or name] = plain
        elif role is None:
            self._metadata_list(name, value)
            self._part(value, None, 0)

    def _part(self, node: yaml.Node, role: Field | None, depth: int) -> None:
        """Add the text of `node`; a value met twice, through an alias, is added once."""
        if id(node) in self._seen or depth > _MAX_DEPTH:
            return
        self._seen.add(id(node))
        if isinstance(node, yaml.ScalarNode):
            if role is not None and not _is_nothing(node):
                extract = scalar_extract(self._source, node, self._start)
                self._parts.append(Part(role, extract))
        elif isinstance(node, yaml.SequenceNode):
            for each in node.value:
                self._part(each, role, depth + 1)
        elif isinstance(node, yaml.MappingNode):
            for key, value in node.value:
                self._part(value, _nested_role(key, role), depth + 1)

    def _metadata_list(self, name: str, node: yaml.Node) -> None:
        if isinstance(node, yaml.SequenceNode):
            words = [each.value for each in node.value if isinstance(each, yaml.ScalarNode)]
            if words:
                self._metadata[name] = ", ".join(words)

    def _transcripts(self, node: yaml.Node) -> None:
        """Read the files that quotations are verified against: one, or a list, one a line."""
        if isinstance(node, yaml.ScalarNode) and _is_nothing(node):
            return
        files = []
        for each in node.value if isinstance(node, yaml.SequenceNode) else [node]:
            if isinstance(each, yaml.ScalarNode) and _is_one_line(each):
                files.append(each.value)
            else:
                hint = "write: transcripts: [interview.txt, release.html]"
                self._note(each, "'transcripts' must list files", hint)
        if files:
            before = self._metadata.get(TRANSCRIPTS)
            self._metadata[TRANSCRIPTS] = "\n".join([before, *files] if before else files)

    def _settings(self, node: yaml.Node) -> None:
        """Read `newslint: {disable: [pack/rule, ...], reason: ...}`."""
        if not isinstance(node, yaml.MappingNode):
            self._note(node, "'newslint' must hold a mapping", "write: newslint: {disable: [...]}")
            return
        given: dict[str, yaml.Node] = {}
        for key, value in node.value:
            if isinstance(key, yaml.ScalarNode) and key.value in ("disable", "reason"):
                given[key.value] = value
            else:
                known = did_you_mean(str(key.value), ["disable", "reason"])
                self._note(key, f"unknown key '{key.value}' in 'newslint'", known)
        why = given.get("reason")
        reason = str(why.value) if isinstance(why, yaml.ScalarNode) else ""
        for rule in self._rules(given["disable"]) if "disable" in given else ():
            span = Span(rule.start_mark.index, rule.end_mark.index).shift(self._start)
            self._directives.append(
                Directive("disable", (rule.value,), reason, span, 0, whole=True)
            )

    def _rules(self, node: yaml.Node) -> Iterator[yaml.ScalarNode]:
        for each in node.value if isinstance(node, yaml.SequenceNode) else [node]:
            if isinstance(each, yaml.ScalarNode) and each.value:
                yield each
            else:
                self._note(each, "'disable' must list rules by their id")

    def _note(self, node: yaml.Node, message: str, hint: str = "") -> None:
        self._note_at(node.start_mark.index, message, hint)

    def _note_at(self, index: int, message: str, hint: str = "") -> None:
        lines = LineIndex(self._source)
        place = lines.position(min(self._start + index, len(self._source)))
        excerpt = lines.line(place.line).of(self._source)
        self._problems.append(
            Problem(message, self._path, place.line, place.column, hint, excerpt=excerpt)
        )

    def _note_error(self, error: yaml.YAMLError) -> None:
        mark = getattr(error, "problem_mark", None)
        words = str(getattr(error, "problem", None) or error).splitlines()[0]
        index = mark.index if mark is not None else 0
        hint = "put a value that holds a colon or a quotation mark in quotation marks"
        self._note_at(index, f"the front matter is not valid YAML: {words}", hint)


def _is_nothing(node: yaml.ScalarNode) -> bool:
    return not node.style and node.value in _NOTHING


def _is_one_line(node: yaml.ScalarNode) -> bool:
    return bool(node.value.strip()) and not _is_nothing(node) and "\n" not in node.value


def _nested_role(key: yaml.Node, outer: Field | None) -> Field | None:
    """Tell what a key inside a value is: the caption of an image, the name or bio of an author."""
    if not isinstance(key, yaml.ScalarNode):
        return None
    role = role_of(key.value)
    if role in (Field.CAPTION, Field.BIO):
        return Field(role)
    return outer if outer is Field.BYLINE and key_name(key.value) == "name" else None

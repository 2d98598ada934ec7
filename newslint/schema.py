"""Typed records from YAML: one converter for rules, packs, configuration, fact sheets, registries.

A record is a `Record`; its annotations say what each key holds. Every scalar is read as a string
and converted by the declared type, so that `no`, `on` and `12:30` in a word list stay words. All
problems of a file are collected, each with its line and column.

A field named `class_` or `in_` is the key `class` or `in`. `Annotated[T, "words"]` describes a key.
"""

from __future__ import annotations

import types
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from enum import Enum
from typing import (
    TYPE_CHECKING,
    Annotated,
    Any,
    Literal,
    TypeVar,
    Union,
    get_args,
    get_origin,
    get_type_hints,
)

from newslint.errors import NewslintError, Problem, closest, did_you_mean
from newslint.lazily import Lazily
from newslint.record import Record

if TYPE_CHECKING:
    import yaml
else:
    yaml = Lazily("yaml")

T = TypeVar("T")


class RegexMarker(Record):
    """Marks a string as a `regex` pattern that must compile."""

    flavour: str = "V0"


Regex = Annotated[str, RegexMarker()]


class RawMarker(Record):
    """Marks a value whose type depends on something else; it is kept as a node."""


Raw = Annotated[Any, RawMarker()]

_TRUE = frozenset({"true", "yes", "on"})
_FALSE = frozenset({"false", "no", "off"})


def _loader() -> Any:
    """Return the loader of libyaml where PyYAML was built with it."""
    return getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def parse_yaml(text: str, path: str) -> yaml.Node:
    """Parse YAML into nodes that know their places; raises NewslintError on bad YAML."""
    try:
        if _may_nest_deeply(text):
            _check_depth(text, path)
        node = yaml.compose(text, Loader=_loader())
    except yaml.YAMLError as error:
        raise NewslintError([_yaml_problem(error, text, path)]) from None
    if node is None:
        raise NewslintError.of("the file is empty", path=path)
    return node


#: No file of ours nests half as deep; libyaml's composer dies of a few thousand levels.
_MAX_DEPTH = 64
_TOO_DEEP = "nested too deeply"


def _may_nest_deeply(text: str) -> bool:
    """Tell quickly whether a text has the characters to nest beyond `_MAX_DEPTH`."""
    indents = (len(line) - len(line.lstrip(" -?")) for line in text.splitlines())
    return text.count("[") + text.count("{") + max(indents, default=0) > _MAX_DEPTH


def _check_depth(text: str, path: str) -> None:
    depth = 0
    for event in yaml.parse(text, Loader=_loader()):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > _MAX_DEPTH:
                mark = event.start_mark
                assert mark is not None
                raise NewslintError.of(
                    f"not valid YAML: {_TOO_DEEP}",
                    path=path,
                    line=mark.line + 1,
                    column=mark.column + 1,
                )
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1


def _yaml_problem(error: yaml.YAMLError, text: str, path: str) -> Problem:
    mark = getattr(error, "problem_mark", None)
    message = str(getattr(error, "problem", None) or error).splitlines()[0]
    if "nesting depth" in message:  # newer libyaml has a limit of its own
        message = _TOO_DEEP
    if mark is None:
        return Problem(f"not valid YAML: {message}", path)
    lines = text.splitlines()
    excerpt = lines[mark.line] if mark.line < len(lines) else ""
    hint = next((hint for words, hint in _YAML_HINTS if words in message), "")
    return Problem(
        f"not valid YAML: {message}", path, mark.line + 1, mark.column + 1, hint, excerpt=excerpt
    )


#: What a person who writes rules should do about what libyaml says.
_YAML_HINTS = (
    ("mapping values are not allowed", "put quotation marks around text that holds a colon"),
    ("did not find expected key", "is a quotation mark left open, or the indent off?"),
    ("cannot start any token", "put quotation marks around text that begins with a mark or tab"),
    ("unexpected end of stream", "a quotation mark is left open"),
)


def node_of(value: object) -> yaml.Node:
    """Write plain data (from TOML or JSON) as nodes without places."""
    if isinstance(value, Mapping):
        pairs = [(node_of(str(key)), node_of(each)) for key, each in value.items()]
        return yaml.MappingNode("map", pairs)
    if isinstance(value, list | tuple):
        return yaml.SequenceNode("seq", [node_of(each) for each in value])
    text = str(value).lower() if isinstance(value, bool) else str(value)
    return yaml.ScalarNode("str", text)


_KEYS: dict[type[Any], Mapping[str, tuple[str, Any]]] = {}


def keys_of(record: type[Any]) -> Mapping[str, tuple[str, Any]]:
    """Map each YAML key of a record to its field name and annotation."""
    if record not in _KEYS:
        hints = get_type_hints(record, include_extras=True)
        _KEYS[record] = {name.rstrip("_"): (name, hints[name]) for name in record._fields}
    return _KEYS[record]


class Converter:
    """Convert the nodes of one file and collect what is wrong with them."""

    def __init__(self, path: str, text: str = "") -> None:
        self.path = path
        self._lines = text.splitlines()
        self.problems: list[Problem] = []

    def problem(self, node: yaml.Node | None, message: str, hint: str = "") -> None:
        """Note a problem at the place of `node`."""
        mark = node.start_mark if node is not None else None
        if mark is None:
            self.problems.append(Problem(message, self.path, hint=hint))
            return
        excerpt = self._lines[mark.line] if mark.line < len(self._lines) else ""
        self.problems.append(
            Problem(message, self.path, mark.line + 1, mark.column + 1, hint, excerpt=excerpt)
        )

    def raise_problems(self) -> None:
        """Raise NewslintError if any problem was noted."""
        if self.problems:
            raise NewslintError(dict.fromkeys(self.problems))

    def mapping(self, node: yaml.Node, what: str) -> dict[str, tuple[yaml.Node, yaml.Node]]:
        """Return key -> (key node, value node); notes duplicate and non-scalar keys."""
        if not isinstance(node, yaml.MappingNode):
            self.problem(node, f"{what} must be a mapping of keys to values")
            return {}
        found: dict[str, tuple[yaml.Node, yaml.Node]] = {}
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                self.problem(key, "a key must be plain text")
            elif key.value in found:
                self.problem(key, f"'{key.value}' is given twice")
            else:
                found[key.value] = (key, value)
        return found

    def record(
        self, node: yaml.Node, record: type[T], what: str, *, ignore: Iterable[str] = ()
    ) -> T | None:
        """Convert a mapping into a record; None if anything is wrong with it."""
        before = len(self.problems)
        keys = keys_of(record)
        pairs = self.mapping(node, what)
        ignored = frozenset(ignore)
        values: dict[str, Any] = {}
        for key, (key_node, value) in pairs.items():
            if key in keys:
                name, annotation = keys[key]
                values[name] = self.convert(value, annotation, key)
            elif key not in ignored:
                self.problem(
                    key_node, f"unknown key '{key}' in {what}", did_you_mean(key, [*keys, *ignored])
                )
        defaults = record._field_defaults  # type: ignore[attr-defined]
        for key, (name, _) in keys.items():
            if name not in values and name not in defaults:
                self.problem(node, f"{what} lacks the key '{key}'")
        return None if len(self.problems) > before else record(**values)

    def convert(self, node: yaml.Node, annotation: Any, what: str) -> Any:
        """Convert a node to the annotated type; notes problems and returns None on failure."""
        origin, arguments = get_origin(annotation), get_args(annotation)
        if origin is Annotated:
            if any(isinstance(each, RawMarker) for each in arguments):
                return node
            value = self.convert(node, arguments[0], what)
            if isinstance(value, str) and any(isinstance(each, RegexMarker) for each in arguments):
                self._check_regex(node, value, what)
            return value
        if origin in (Union, types.UnionType):
            inner = [each for each in arguments if each is not type(None)]
            return self.convert(node, inner[0], what)
        if origin is Literal:
            return self._choice(node, arguments, what)
        if origin is tuple:
            return self._sequence(node, arguments[0], what)
        if origin is not None and issubclass(origin, Mapping):
            return {
                self.convert(key, arguments[0], what): self.convert(
                    value, arguments[1], f"{what}.{key.value}"
                )
                for key, value in self.mapping(node, what).values()
            }
        return self._plain(node, annotation, what)

    def _plain(self, node: yaml.Node, annotation: Any, what: str) -> Any:
        if hasattr(annotation, "_fields"):
            return self.record(node, annotation, what)
        if not isinstance(node, yaml.ScalarNode):
            self.problem(node, f"'{what}' must be one value, not a list or mapping")
            return None
        if isinstance(annotation, type) and issubclass(annotation, Enum):
            value = self._choice(node, [each.value for each in annotation], what)
            return None if value is None else annotation(value)
        try:
            return _SCALARS[annotation](str(node.value))
        except (ValueError, OverflowError):
            self.problem(node, f"'{what}' must be {_NAMES[annotation]}, not '{node.value}'")
            return None

    def _choice(self, node: yaml.Node, choices: Sequence[str], what: str) -> str | None:
        value = node.value if isinstance(node, yaml.ScalarNode) else None
        if value in choices:
            return value
        best = closest(value, choices) if isinstance(value, str) else ""
        hint = f"did you mean '{best}'?" if best else ""
        self.problem(node, f"'{what}' must be one of {', '.join(choices)}", hint)
        return None

    def _sequence(self, node: yaml.Node, inner: Any, what: str) -> tuple[Any, ...]:
        if isinstance(node, yaml.SequenceNode):
            return tuple(self.convert(each, inner, what) for each in node.value)
        return (self.convert(node, inner, what),)

    def _check_regex(self, node: yaml.Node, value: str, what: str) -> None:
        from newslint.wellformed import well_formed

        if well_formed(value):
            return
        import regex

        try:
            regex.compile(value, regex.V0)
        except regex.error as error:
            self.problem(node, f"'{what}' is not a regular expression: {error}")


def _bool(value: str) -> bool:
    if value.lower() in _TRUE:
        return True
    if value.lower() in _FALSE:
        return False
    raise ValueError(value)


_SCALARS: Mapping[Any, Callable[[str], Any]] = {
    str: str,
    int: int,
    float: float,
    bool: _bool,
    date: date.fromisoformat,
}
_NAMES = {
    str: "text",
    int: "a whole number",
    float: "a number",
    bool: "true or false",
    date: "a date like 2026-01-31",
}

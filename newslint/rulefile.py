"""What the files of a pack may say: rules, their lists, and `pack.yaml`.

Reads text and nodes only; `store` finds and reads the files. Every problem has its line and column.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import PurePath
from string import Formatter
from typing import TYPE_CHECKING, Annotated, Any, get_args, get_origin

from newslint.checks import KINDS, Check, Complaint, check_type
from newslint.errors import NewslintError, Problem, did_you_mean
from newslint.lazily import Lazily
from newslint.record import Record
from newslint.rulebook import Header, Pack, Rule
from newslint.schema import Converter, keys_of, parse_yaml

if TYPE_CHECKING:
    import yaml

    Pairs = Mapping[str, tuple[yaml.Node, yaml.Node]]
else:
    yaml = Lazily("yaml")


class ListRow(Record):
    """One row of a list file: `line` is where it begins, from 1."""

    line: int
    cells: tuple[str, ...]


class WordList(Record):
    """A CSV file that stands beside a rule and fills one of its parameters."""

    path: str
    rows: tuple[ListRow, ...]


class ListShape(Record):
    """The rows a list must have for the parameter it fills."""

    parameter: str
    fewest: int
    most: int
    words: str


#: Reads a list file that stands beside a rule; raises NewslintError with what is wrong.
ListReader = Callable[[str], WordList]

#: Parameters that a list may fill, in the order of preference.
_LISTED = ("swap", "words", "variants")


def parse_pack(text: str, path: str) -> Pack:
    """Read a `pack.yaml`; raises NewslintError."""
    converter = Converter(path, text)
    pack = converter.record(parse_yaml(text, path), Pack, "pack")
    converter.raise_problems()
    assert pack is not None
    return pack


def parse_rule(text: str, path: str, pack: str, read_list: ListReader) -> Rule:
    """Read one rule file; raises NewslintError with every problem in it."""
    rule_id = f"{pack}/{PurePath(path).stem}"
    try:
        rule = _RuleReader(text, path, read_list).read(rule_id)
    except NewslintError as error:
        raise NewslintError(each._replace(rule=rule_id) for each in error.problems) from None
    return rule


class _RuleReader:
    """Reads one rule file."""

    def __init__(self, text: str, path: str, read_list: ListReader) -> None:
        self.path = path
        self.node = parse_yaml(text, path)
        self.converter = Converter(path, text)
        self.pairs: Pairs = self.converter.mapping(self.node, "rule")
        self._read_list = read_list

    def read(self, rule_id: str) -> Rule:
        kind_type = self._check_type()
        self.converter.raise_problems()
        assert kind_type is not None
        shape = list_shape(kind_type)
        lists = list(self._lists(shape)) if shape else []
        own = [*keys_of(kind_type.parameters_type), *(["list"] if shape else [])]
        # A key that neither knows is reported once: with the header, which names both.
        parameters = self.converter.record(
            self.node, kind_type.parameters_type, "rule", ignore=self.pairs
        )
        header = self.converter.record(self.node, Header, "rule", ignore=own)
        self.converter.raise_problems()
        assert header is not None
        assert parameters is not None
        check = kind_type(_filled(parameters, shape, lists))
        self._check_parameters(check, lists)
        self._check_message(header, check)
        self._check_examples(header)
        self.converter.raise_problems()
        return Rule.of(rule_id, header, check, self.path)

    def _check_type(self) -> type[Check[Any]] | None:
        if "check" not in self.pairs:
            if self.pairs:
                hint = did_you_mean("", KINDS)
                self.converter.problem(self.node, "rule lacks the key 'check'", hint)
            return None
        value = self.pairs["check"][1]
        kind = value.value if isinstance(value, yaml.ScalarNode) else ""
        if kind not in KINDS:
            hint = did_you_mean(kind, KINDS)
            self.converter.problem(value, f"unknown check '{kind}'", hint)
            return None
        return check_type(kind)

    def _lists(self, shape: ListShape) -> Iterator[WordList]:
        """Read the list files that the rule names; their problems join the rule's own."""
        if "list" not in self.pairs:
            return
        for name in self.converter.convert(self.pairs["list"][1], tuple[str, ...], "list"):
            if name is None:
                continue
            try:
                words = self._read_list(name)
            except NewslintError as error:
                self.converter.problems += error.problems
                continue
            self.converter.problems += _row_problems(words, shape)
            yield words

    def _check_parameters(self, check: Check[Any], lists: Sequence[WordList]) -> None:
        for each in check.problems():
            complaint = each if isinstance(each, Complaint) else Complaint(each)
            listed = _row_of(lists, complaint.entry)
            inline = self._node_of(complaint)
            if inline is None and listed is not None:
                place = Problem(complaint.message, *listed, hint=complaint.hint)
                self.converter.problems.append(place)
            else:
                node = inline or self.pairs["check"][1]
                self.converter.problem(node, complaint.message, complaint.hint)

    def _node_of(self, complaint: Complaint) -> yaml.Node | None:
        """Return the node of the parameter, or of its entry, that a complaint is about."""
        if complaint.key not in self.pairs:
            return None
        node = self.pairs[complaint.key][1]
        entries = [key for key, _ in node.value] if isinstance(node, yaml.MappingNode) else []
        if isinstance(node, yaml.SequenceNode):
            entries = node.value
        named = (each for each in entries if each.value == complaint.entry)
        found = next(named, None)
        return found if found is not None or not complaint.entry or "list" in self.pairs else node

    def _check_message(self, header: Header, check: Check[Any]) -> None:
        for key, text in (("message", header.message), ("why", header.why)):
            if not text.strip():
                self.converter.problem(self.pairs[key][1], f"'{key}' is empty")
        for text, hint in message_problems(header.message, check):
            self.converter.problem(self.pairs["message"][1], text, hint)

    def _check_examples(self, header: Header) -> None:
        node = self.pairs["examples"][1]
        if not any(each.bad or "[[" in each.article for each in header.examples):
            text = "needs at least one 'bad' example, or an 'article' that marks words"
            self.converter.problem(node, text)
        if not any(
            each.good or (each.article and "[[" not in each.article) for each in header.examples
        ):
            text = "needs at least one 'good' example, or an 'article' without marks"
            self.converter.problem(node, text)


def message_problems(message: str, check: Check[Any]) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with a message's placeholders, and a hint."""
    try:
        named = {name for _, name, _, _ in Formatter().parse(message)} - {None}
    except ValueError as error:
        yield f"the message cannot be filled: {error}", "write {{ and }} for braces that stay"
        return
    for name in sorted(map(str, named - check.placeholders)):
        text = f"the message names '{{{name}}}', which '{check.kind}' does not fill"
        yield text, did_you_mean(name, check.placeholders)


def list_shape(kind_type: type[Check[Any]]) -> ListShape | None:
    """Return what a list beside a rule of this kind fills, and the rows it must have."""
    keys = keys_of(kind_type.parameters_type)
    name = next((key for key in _LISTED if key in keys), "")
    if not name:
        return None
    annotation = _bare(keys[name][1])
    if get_origin(annotation) is not tuple:
        return ListShape(name, 2, 3, "a wrong form, the right form and perhaps a note")
    if get_origin(_bare(get_args(annotation)[0])) is tuple:
        return ListShape(name, 2, 99, "two or more forms of one thing")
    return ListShape(name, 1, 2, "a word or phrase and perhaps a note")


def _bare(annotation: Any) -> Any:  # noqa: ANN401
    return get_args(annotation)[0] if get_origin(annotation) is Annotated else annotation


def _row_problems(words: WordList, shape: ListShape) -> Iterator[Problem]:
    for line, cells in words.rows:
        if not shape.fewest <= len(cells) <= shape.most or not all(cells[: shape.fewest]):
            hint = "put quotation marks around text that holds a comma"
            message = f"a row must be {shape.words}, not '{','.join(cells)}'"
            yield Problem(message, words.path, line, 1, hint)


def _row_of(lists: Iterable[WordList], entry: str) -> tuple[str, int, int] | None:
    """Return path, line and column of the row that begins with `entry`."""
    rows = (
        (words.path, row.line, 1) for words in lists for row in words.rows if row.cells[0] == entry
    )
    return next(rows, None)


def _filled(parameters: Any, shape: ListShape | None, lists: Sequence[WordList]) -> Any:  # noqa: ANN401
    """Fill a parameter from the lists; what stands inline comes last and wins."""
    rows = [row.cells for words in lists for row in words.rows]
    if shape is None or not rows:
        return parameters
    inline = getattr(parameters, shape.parameter)
    if isinstance(inline, Mapping):
        joined: Any = {**{row[0]: row[1] for row in rows}, **inline}
    elif shape.most > 3:
        joined = (*rows, *inline)
    else:
        joined = (*(row[0] for row in rows), *inline)
    filled = parameters._replace(**{shape.parameter: joined})
    notes = {row[0]: row[shape.fewest] for row in rows if len(row) > shape.fewest}
    if not notes or not hasattr(parameters, "notes"):
        return filled
    return filled._replace(notes={**notes, **parameters.notes})

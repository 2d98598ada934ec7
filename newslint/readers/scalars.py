"""YAML scalars: their text and, piece by piece, where it stands in the file.

PyYAML gives the start and end of a scalar and its value, but not which character of the one is
which of the other. Each style is read here as YAML 1.1 (chapters 5.7, 9.1 and 9.2) writes it, and
what does not come out as PyYAML's value is kept as one piece that nothing may edit.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import yaml

from newslint.document import TextBuilder
from newslint.readers.base import Extract
from newslint.record import Record
from newslint.span import Span


class _Piece(Record):
    text: str
    source: Span
    literal: bool


_BREAK = r"\r\n|[\r\n\x85\u2028\u2029]"
_FOLD = rf"[ \t]*(?P<breaks>(?:(?:{_BREAK})[ \t]*)+)"
_LINE_END = re.compile(_BREAK)
_PLAIN = re.compile(_FOLD)
_SINGLE = re.compile(rf"(?P<quote>'')|{_FOLD}")
_DOUBLE = re.compile(
    rf"(?P<join>\\(?:{_BREAK})[ \t]*)"
    rf"|(?P<code>\\(?:x..|u....|U........))|(?P<escape>\\.)|{_FOLD}"
)
_ESCAPES = dict(
    zip(
        '0abt\tnvfre "\\/N_LP',
        '\0\x07\x08\t\t\n\x0b\x0c\r\x1b "\\/\x85\xa0\u2028\u2029',
        strict=True,
    )
)


def scalar_extract(source: str, node: yaml.ScalarNode, shift: int) -> Extract:
    """Return the value of a scalar with its way back to `source`.

    `shift` is where in `source` the parsed YAML began.
    """
    start, end = node.start_mark.index + shift, node.end_mark.index + shift
    pieces = list(_STYLES[node.style](source, start, end, node.value))
    if "".join(piece.text for piece in pieces) != node.value:
        pieces = [_Piece(node.value, Span(start, end), literal=False)]
    builder = TextBuilder()
    for piece in pieces:
        if piece.literal:
            builder.literal(piece.text, piece.source.start)
        else:
            builder.derived(piece.text, piece.source)
    return Extract(*builder.build())


def _plain(source: str, start: int, end: int, _: str) -> Iterator[_Piece]:
    return _flow(source, start, end, _PLAIN)


def _single(source: str, start: int, end: int, _: str) -> Iterator[_Piece]:
    return _flow(source, start + 1, end - 1, _SINGLE)


def _double(source: str, start: int, end: int, _: str) -> Iterator[_Piece]:
    return _flow(source, start + 1, end - 1, _DOUBLE)


def _flow(source: str, start: int, end: int, special: re.Pattern[str]) -> Iterator[_Piece]:
    """Read a scalar whose line ends are folded: one is a space, more are one less."""
    for match in special.finditer(source, start, end):
        yield _Piece(source[start : match.start()], Span(start, match.start()), literal=True)
        yield _Piece(_meant(match), Span(*match.span()), literal=False)
        start = match.end()
    yield _Piece(source[start:end], Span(start, end), literal=True)


def _meant(match: re.Match[str]) -> str:
    kind, words = match.lastgroup, match.group()
    if kind == "breaks":
        count = len(_LINE_END.findall(words))
        return " " if count == 1 else "\n" * (count - 1)
    if kind == "quote":
        return "'"
    if kind == "code":
        return _character(words[2:])
    return _ESCAPES.get(words[1], "") if kind == "escape" else ""


def _character(digits: str) -> str:
    try:
        return chr(int(digits, base=16))
    except (ValueError, OverflowError):
        return ""


_BLOCK_HEADER = re.compile(r"[|>][^\r\n]*(?:\r\n|\r|\n)")
_WORDS = re.compile(r"^(?P<indent> *)[^ \r\n]", re.MULTILINE)
_BLOCK_LINE = re.compile(r"(?P<indent> *)(?P<words>[^\r\n]*)(?:\r\n|\r|\n|\Z)")
_GLUE = re.compile(r"\n+| |")
_BLANK = re.compile(r"\n*")


def _block(source: str, start: int, end: int, value: str) -> Iterator[_Piece]:
    """Read a literal or folded block: how its lines are joined is told by the value."""
    at = 0
    joined = start
    for line in _block_lines(source, start, end, value):
        glue = (_GLUE if at else _BLANK).match(value, at)
        between = glue.group() if glue else ""
        yield _Piece(between, Span(joined, line.start), literal=False)
        yield _Piece(line.of(source), line, literal=True)
        at += len(between) + line.length
        joined = line.end
    yield _Piece(value[at:], Span(joined, max(joined, end)), literal=False)


def _block_lines(source: str, start: int, end: int, value: str) -> Iterator[Span]:
    """Yield the lines of a block that hold words, without their indentation."""
    header = _BLOCK_HEADER.match(source, start, end)
    first = header and _WORDS.search(source, header.end(), end)
    meant = _WORDS.search(value)
    if header is None or first is None or meant is None:
        return
    # What stands before the first word is indentation but for the spaces that the value keeps.
    indent = len(first["indent"]) - len(meant["indent"])
    for match in _BLOCK_LINE.finditer(source, header.end(), end):
        spaces = len(match["indent"])
        if spaces < indent and match["words"]:
            return
        if match.end("words") > match.start() + indent:
            yield Span(match.start() + indent, match.end("words"))


_Reader = Callable[[str, int, int, str], Iterator[_Piece]]
_STYLES: dict[str | None, _Reader] = {
    None: _plain,
    "": _plain,
    "'": _single,
    '"': _double,
    "|": _block,
    ">": _block,
}

"""Show words in their line: made safe for a screen, cut around the words, measured in columns."""

from __future__ import annotations

from newslint.record import Record
from newslint.regexes import compiled
from newslint.span import Span

_BIDI = (*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x061C, 0x200E, 0x200F)
_VISIBLE: dict[int, int | str] = {
    **{code: 0x2400 + code for code in range(0x20)},
    0x7F: 0x2421,
    **dict.fromkeys((*range(0x80, 0xA0), 0x2028, 0x2029, 0xFFFE, 0xFFFF, *_BIDI), "\ufffd"),
    **dict.fromkeys(range(0xD800, 0xE000), "\ufffd"),
    **dict.fromkeys(map(ord, "\t\n\r"), " "),
}
#: Text whose every code point is one column wide: most of what a newsroom writes in English.
_NARROW = compiled(r"[\x20-\x7e\xa0-\xac\xae-\u02ff\u2010-\u2027\u20ac]*")
_LINE_END = compiled(r"[\r\n]")
_ELLIPSIS = "…"
#: How many code points to look at for each column: marks without width may stand among letters.
_REACH = 8


def visible(text: str) -> str:
    """Replace, one for one, what would disturb a screen: control and direction characters."""
    return text.translate(_VISIBLE)


def one_line(text: str) -> str:
    """Return `text` as one line without control characters."""
    return " ".join(visible(text).split())


def columns(text: str) -> int:
    """Count the terminal columns that visible text takes."""
    if _NARROW.fullmatch(text):
        return len(text)
    from wcwidth import wcswidth

    return max(wcswidth(text), 0)


class Excerpt(Record):
    """A line cut around marked words; `goes_on` says that the words run on into later lines."""

    before: str
    marked: str
    after: str
    goes_on: bool = False

    @property
    def line(self) -> str:
        """Return the line as shown."""
        return self.before + self.marked + self.after

    @property
    def indent(self) -> int:
        """Count the columns before the marked words."""
        return columns(self.before)

    @property
    def length(self) -> int:
        """Count the columns of the marked words, at least one."""
        return max(columns(self.marked), 1)


def excerpt(text: str, span: Span, width: int) -> Excerpt:
    """Cut the line of `text` that `span` starts in to at most `width` columns around it."""
    reach = _REACH * width  # a line may be the whole of a large file: look no further
    start = _line_start(text, max(span.start - reach, 0), span.start)
    end = _line_end(text, span.start, span.start + 2 * reach)
    marked_end = min(span.end, end)
    before = visible(text[start : span.start]).lstrip()
    marked = visible(text[span.start : marked_end])
    after = visible(text[marked_end:end]).rstrip()
    if columns(before) + columns(marked) + columns(after) > width:
        before, marked, after = _cut(before, marked, after, width)
    return Excerpt(before, marked, after, _LINE_END.search(text, *span) is not None)


def _line_start(text: str, low: int, high: int) -> int:
    found = max(text.rfind("\n", low, high), text.rfind("\r", low, high))
    return found + 1 if found >= 0 else low


def _line_end(text: str, low: int, high: int) -> int:
    found = _LINE_END.search(text, low, high)
    return found.start() if found else min(high, len(text))


def _cut(before: str, marked: str, after: str, width: int) -> tuple[str, str, str]:
    if columns(marked) > width - 2:
        head = _head(marked, width - 1 - bool(before))
        return (_ELLIPSIS if before else ""), head, _ELLIPSIS
    room = width - columns(marked)
    left = max(room // 2, room - columns(after))
    before = _tail(before, left)
    after = _head_of_words(after, room - columns(before))
    return before, marked, after


def _head(text: str, width: int) -> str:
    """Return the longest beginning that fits."""
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if columns(text[:middle]) <= width else (low, middle - 1)
    return text[:low]


def _head_of_words(text: str, width: int) -> str:
    """Return a beginning that fits, cut after a word, with an ellipsis if it was cut."""
    if columns(text) <= width:
        return text
    head = _head(text, max(width - 1, 0))
    cut = head.rfind(" ")
    return (head[: cut + 1] if cut >= 0 else head) + _ELLIPSIS


def _tail(text: str, width: int) -> str:
    """Return an end that fits, cut before a word, with an ellipsis if it was cut."""
    if columns(text) <= width:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if columns(text[middle:]) < width else (middle + 1, high)
    tail = text[low:]
    cut = tail.find(" ")
    return _ELLIPSIS + (tail[cut:] if cut >= 0 else tail)


def wrapped(text: str, width: int) -> list[str]:
    """Break a text at its spaces into lines of at most `width` columns.

    A word that is longer is broken. (`textwrap` compiles patterns at import, on every start.)
    """
    lines: list[str] = []
    line = ""
    for word in text.split():
        joined = f"{line} {word}" if line else word
        if columns(joined) <= width:
            line = joined
            continue
        if line:
            lines.append(line)
        line = word
        while columns(line) > width:
            lines.append(line[:width])
            line = line[width:]
    return [*lines, line] if line else lines

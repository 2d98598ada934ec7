"""Lines and columns in the units that clients count."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newslint.span import LineIndex

_TEXT = st.text(st.sampled_from("ab é漢😀\n\r\ud800"), max_size=40)


def test_columns_count_from_one_in_each_unit():
    lines = LineIndex("first\r\né😀x")
    at = len("first\r\né😀")
    assert lines.position(at)[1:] == (2, 3)
    assert lines.utf16_column(at) == 4
    assert lines.utf8_column(at) == 7


@given(before=_TEXT, repeats=st.sampled_from([0, 1, 300]), after=_TEXT)
def test_long_lines_are_counted_as_short_ones_are(before, repeats, after):
    text = before + "word é😀 " * (2 * repeats) + after
    lines = LineIndex(text)
    for offset in (0, len(before), len(text) - len(after), len(text)):
        start = lines.line(lines.position(offset).line).start
        line = text[start:offset]
        assert lines.utf16_column(offset) == len(line.encode("utf-16-le", "surrogatepass")) // 2 + 1
        assert lines.utf8_column(offset) == len(line.encode("utf-8", "surrogatepass")) + 1

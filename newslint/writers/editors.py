"""Make fixes in a file of any format, in the words its format writes them in.

An editor holds the versions of one file by their source, so that fixes can be made in rounds.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from typing import Protocol

from newslint.errors import NewslintError
from newslint.readers import SourceFile, encode
from newslint.record import Record
from newslint.span import Span
from newslint.writers.escaping import escape
from newslint.writers.signature import Signature

Read = Callable[[bytes], SourceFile]


class Change(Record):
    """Replace the words of a span of a file's source."""

    span: Span
    replacement: str


class Editor(Protocol):
    """Makes changes in a file, and gives the bytes of every version it made."""

    def edit(self, text: str, changes: Sequence[Change]) -> str:
        """Return the source after changes of the version whose source is `text`."""

    def data(self, text: str) -> bytes:
        """Return the file whose source is `text`."""


def editor_for(
    file: SourceFile, data: bytes, path: str, read: Read, tracked: Signature | None = None
) -> Editor:
    """Return the editor for a file; raises NewslintError where its format is only read."""
    if file.format == "docx":
        return WordEditor(file, data, path, read, tracked)
    if tracked is not None:
        raise NewslintError.of("changes are tracked in Word documents only", path=path)
    if file.source.extracted:
        raise NewslintError.of("fixes cannot be written into a file of this format", path=path)
    return TextEditor(file, data, path, read)


class WordEditor:
    """Makes fixes in a Word document, tracked if they are signed."""

    def __init__(
        self, file: SourceFile, data: bytes, path: str, read: Read, tracked: Signature | None
    ) -> None:
        self._path = path
        self._read = read
        self._tracked = tracked
        self._versions = {file.source.text: data}

    def edit(self, text: str, changes: Sequence[Change]) -> str:
        """Return the source after changes."""
        from newslint.writers.docx import change

        data = change(self._versions[text], self._path, changes, self._tracked)
        after = self._read(data).source.text
        self._versions[after] = data
        return after

    def data(self, text: str) -> bytes:
        """Return the document whose source is `text`."""
        return self._versions[text]


# What may stand in any format as it is: no markup is made of letters and these.
_PLAIN = re.compile(r"[\w\s%,.;!?()’‘“”—–\-/$£€°…+]*")


class TextEditor:
    """Makes fixes in a file that is text.

    A replacement that might be read as markup is written in each way that the format knows until
    one is read back as it was meant.
    """

    def __init__(self, file: SourceFile, data: bytes, path: str, read: Read) -> None:
        self._file = file
        self._data = data
        self._path = path
        self._read = read

    def edit(self, text: str, changes: Sequence[Change]) -> str:
        """Return the source after changes; raises NewslintError if one cannot be written."""
        writings = _WRITINGS.get(self._file.format, ())
        # From the end on, so that a change moves none that is still to be made.
        for each in sorted(changes, reverse=True):
            if not writings or _PLAIN.fullmatch(each.replacement):
                text = _made(text, each.span, each.replacement)
            else:
                text = self._written(text, each, writings)
        return text

    def data(self, text: str) -> bytes:
        """Return the file whose source is `text`."""
        if text == self._file.source.text:
            return self._data
        return encode(self._file.source, text, self._path)

    def _written(self, text: str, each: Change, writings: Sequence[Callable[[str], str]]) -> str:
        before = self._words(text)
        for write in writings:
            changed = _made(text, each.span, write(each.replacement))
            try:
                after = self._words(changed)
            except NewslintError:
                continue
            if _differs_by(before, after, each.span.of(text), each.replacement):
                return changed
        raise NewslintError.of(
            f"'{each.replacement}' cannot be written into this file", path=self._path
        )

    def _words(self, text: str) -> str:
        file = self._read(self.data(text))
        if len(file.problems) > len(self._file.problems):
            raise NewslintError(file.problems)
        return "\0".join(document.text for document in file.documents)


def _made(text: str, span: Span, replacement: str) -> str:
    return text[: span.start] + replacement + text[span.end :]


def _differs_by(before: str, after: str, old: str, new: str) -> bool:
    """Tell whether `after` is `before` with `old` replaced by `new` at one place."""
    if len(after) - len(before) != len(new) - len(old):
        return False
    same = _common(before, after)
    return any(
        before.startswith(old, at) and after == before[:at] + new + before[at + len(old) :]
        for at in range(max(0, same - len(new)), same + 1)
    )


def _common(one: str, other: str) -> int:
    """Count the characters that two texts begin with alike."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[:middle] == other[:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _raw(words: str) -> str:
    return words


def _json(words: str) -> str:
    return json.dumps(words, ensure_ascii=False)[1:-1]


def _markdown(words: str) -> str:
    return re.sub(r"([\\`*_\[\]<>&#|~])", r"\\\1", words)


def _yaml_single(words: str) -> str:
    return words.replace("'", "''")


def _twice(words: str) -> str:
    return escape(escape(words))


_MARKUP = (_raw, escape, _json, _twice)
_WRITINGS: dict[str, tuple[Callable[[str], str], ...]] = {
    "feed": _MARKUP,
    "html": _MARKUP,
    "jsonl": (_json,),
    "markdown": (_raw, _markdown, _yaml_single, _json),
    "newsml": _MARKUP,
    "ninjs": (_json, lambda words: _json(escape(words))),
    "nitf": _MARKUP,
}

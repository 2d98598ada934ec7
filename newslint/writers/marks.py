"""Marked copies of web pages and Markdown: each finding's words in a `<mark>` that says why."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from newslint.document import Document, stripped
from newslint.errors import NewslintError
from newslint.readers import SourceFile, encode
from newslint.record import Record
from newslint.span import Run, Span
from newslint.writers.editors import Read
from newslint.writers.escaping import escape, quoteattr
from newslint.writers.package import Splice, spliced

FORMATS = ("html", "markdown")


class Remark(Record):
    """What to say of a span of a document's text."""

    document: Document
    span: Span
    words: str


def marked(file: SourceFile, path: str, remarks: Sequence[Remark], read: Read) -> bytes:
    """Return the file with its remarks.

    Where a mark would change what is read (in front matter, in a page's data), the remark stands
    in a comment at the end.
    """
    source = file.source

    def fits(chosen: Iterable[Remark]) -> bool:
        text = _with_marks(source.text, chosen)
        try:
            again = read(encode(source, text, path))
        except NewslintError:
            return False
        return _texts(again) == _texts(file)

    merged = _merged(remarks)
    inside = _fitting([each for each in merged if _places(each)], fits)
    outside = [each for each in merged if each not in inside]
    text = _with_marks(source.text, inside)
    end = "\n" if text.endswith("\n") else ""
    notes = "".join(f"\n<!-- {_comment(each)} -->" for each in outside)
    return encode(source, text.removesuffix("\n") + notes + end if notes else text, path)


def _merged(remarks: Iterable[Remark]) -> list[Remark]:
    """Join what is said of words that overlap: a mark cannot begin inside another."""
    merged: list[Remark] = []
    for each in sorted(remarks, key=lambda remark: (remark.document.item, remark.span)):
        last = merged[-1] if merged else None
        if last is None or last.document is not each.document or not last.span.overlaps(each.span):
            merged.append(each)
            continue
        span = Span(last.span.start, max(last.span.end, each.span.end))
        merged[-1] = last._replace(span=span, words=f"{last.words} — {each.words}")
    return merged


def _fitting(remarks: list[Remark], fits: Callable[[Iterable[Remark]], bool]) -> list[Remark]:
    """Return the remarks that can stand in the text, halving where not all of them can."""
    if not remarks or fits(remarks):
        return remarks
    if len(remarks) == 1:
        return []
    middle = len(remarks) // 2
    return [*_fitting(remarks[:middle], fits), *_fitting(remarks[middle:], fits)]


def _texts(file: SourceFile) -> list[str]:
    return [document.text for document in file.documents]


def _with_marks(source: str, remarks: Iterable[Remark]) -> str:
    splices: list[Splice] = []
    for remark in remarks:
        title = quoteattr(" ".join(remark.words.split()))
        splices += (
            Splice(*place, f"<mark title={title}>{place.of(source)}</mark>")
            for place in _places(remark)
        )
    return spliced(source, splices)


def _places(remark: Remark) -> list[Span]:
    """Return the stretches of source that hold the words, without the markup between them."""
    source = remark.document.source
    joined = _joined(remark.document.offsets.runs, remark.span)
    # At a line end stands what tells a quotation or a list: a mark must not reach over it.
    return [place for each in joined if (place := stripped(source, each)).length]


def _joined(runs: Sequence[Run], span: Span) -> Iterator[Span]:
    start = end = -1
    for run in runs:
        if not run.text.overlaps(span):
            continue
        source = run.source
        if run.literal:
            inner = Span(max(run.text.start, span.start), min(run.text.end, span.end))
            source = inner.shift(source.start - run.text.start)
        if source.start != end and end > start:
            yield Span(start, end)
        if source.start != end:
            start = source.start
        end = source.end
    if end > start:
        yield Span(start, end)


def _comment(remark: Remark) -> str:
    words = f"“{remark.span.of(remark.document.text)}”: {remark.words}"
    return escape(" ".join(words.split())).replace("--", "—")

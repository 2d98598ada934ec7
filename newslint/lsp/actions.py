"""What an editor may do about a finding: its fixes, all safe fixes, and silence with a reason."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lsprotocol import types

from newslint.document import BlockKind, Document
from newslint.finding import Applicability
from newslint.lsp.checking import Text
from newslint.lsp.places import Places
from newslint.report import FileReport, PlacedFinding
from newslint.span import Span

FIX_ALL = "source.fixAll.newslint"
KINDS = (types.CodeActionKind.QuickFix, types.CodeActionKind.Refactor, FIX_ALL)

#: Formats in which a comment can silence a rule.
_COMMENTS = ("markdown", "html")


def wants(only: Sequence[types.CodeActionKind | str] | None, kind: str) -> bool:
    """Tell whether actions of a kind are asked for: `source` asks for `source.fixAll` too."""
    if not only:
        return kind != FIX_ALL
    asked = [each.value if isinstance(each, types.CodeActionKind) else each for each in only]
    return any(kind == each or kind.startswith(f"{each}.") for each in asked)


class Actions:
    """The actions on one version of a text."""

    def __init__(
        self, uri: str, text: Text, report: FileReport, places: Places, *, versioned: bool
    ) -> None:
        self._uri = uri
        self._text = text
        self._report = report
        self._places = places
        self._versioned = versioned

    def quick_fixes(
        self, at: types.Range, given: Sequence[types.Diagnostic]
    ) -> Iterator[types.CodeAction]:
        """Yield what can be done about the findings that a range touches."""
        for placed in self._report.findings:
            here = self._places.between(placed.place.start, placed.place.end)
            if not touch(here, at):
                continue
            solved = [each for each in given if each.code == placed.finding.rule] or None
            for number, fix in enumerate(placed.fixes):
                if fix.applicability is not Applicability.DISPLAY:
                    preferred = number == 0 and fix.applicability is Applicability.SAFE
                    edit = self._change(self._places.edits(fix))
                    yield self._quick(fix.title, edit, solved, preferred=preferred)
            line = self._line_to_silence(placed)
            if line is not None:
                title = f"Silence {placed.finding.rule} in this paragraph"
                yield self._quick(title, self._silence(placed, line), solved)

    def fix_all(self, fixed: str) -> types.CodeAction:
        """Return the action that makes all safe fixes; `fixed` is the text afterwards."""
        start, end, words = difference(self._text.content, fixed)
        edit = self._change([types.TextEdit(self._places.range(start, end), words)])
        return types.CodeAction("Make all safe fixes", FIX_ALL, edit=edit)

    def _quick(
        self,
        title: str,
        edit: types.WorkspaceEdit,
        solved: list[types.Diagnostic] | None,
        *,
        preferred: bool = False,
    ) -> types.CodeAction:
        return types.CodeAction(
            title,
            types.CodeActionKind.QuickFix,
            solved,
            is_preferred=preferred or None,
            edit=edit,
        )

    def _change(self, edits: list[types.TextEdit]) -> types.WorkspaceEdit:
        if not self._versioned:
            return types.WorkspaceEdit(changes={self._uri: edits})
        named = types.OptionalVersionedTextDocumentIdentifier(self._uri, self._text.version)
        return types.WorkspaceEdit(document_changes=[types.TextDocumentEdit(named, list(edits))])

    def _silence(self, placed: PlacedFinding, line: int) -> types.WorkspaceEdit:
        """Write a comment above a paragraph; the reason in it is for the editor to change."""
        comment = f"<!-- newslint-disable-next {placed.finding.rule} -- it may stand -->\n"
        start = self._places.lines.line(line).start
        return self._change([types.TextEdit(self._places.range(start, start), comment)])

    def _line_to_silence(self, placed: PlacedFinding) -> int | None:
        """Return the line on which the paragraph of a finding begins, if a comment may stand there.

        In front matter and inside a list or a table a comment would change what is read.
        """
        if self._report.format not in _COMMENTS or placed.finding.source is not None:
            return None
        document = self._report.documents[placed.article]
        start = _paragraph(document, placed)
        if start is None:
            return None
        source = document.offsets.source(Span(start, start + 1))
        place = self._places.lines.position(source.start)
        before = self._places.lines.line(place.line).start
        alone = not self._text.content[before : place.offset].strip(" #")
        return place.line if alone else None


def _paragraph(document: Document, placed: PlacedFinding) -> int | None:
    for block in document.blocks:
        if block.span.start <= placed.finding.span.start < block.span.end:
            plain = block.kind in (BlockKind.PARAGRAPH, BlockKind.HEADING)
            return block.span.start if plain else None
    return None


def difference(before: str, after: str) -> tuple[int, int, str]:
    """Return the one stretch in which two texts differ, and what stands there afterwards."""
    most = min(len(before), len(after))
    start = next((at for at in range(most) if before[at] != after[at]), most)
    end = 0
    while end < most - start and before[-1 - end] == after[-1 - end]:
        end += 1
    return start, len(before) - end, after[start : len(after) - end]


def touch(one: types.Range, other: types.Range) -> bool:
    """Tell whether two ranges meet, if only where one ends and the other begins."""
    return _key(one.start) <= _key(other.end) and _key(other.start) <= _key(one.end)


def _key(position: types.Position) -> tuple[int, int]:
    return position.line, position.character

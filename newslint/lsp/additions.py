"""The actions that add to what the house knows: to its words, people and bodies."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from lsprotocol import types
from pygls.uris import from_fs_path

from newslint.document import Document
from newslint.lsp.actions import touch
from newslint.lsp.checking import Checker, Text
from newslint.lsp.house import (
    WORDS,
    Addition,
    Entry,
    entries,
    entry_added,
    folder_for,
    word_added,
)
from newslint.lsp.places import Places
from newslint.report import FileReport
from newslint.span import Span

ADD_FACT = types.CodeActionKind.Refactor


class Additions:
    """The additions that the words in a range of a text suggest.

    `content` returns what a sheet holds, None if there is none; `places` turns offsets in it into
    the client's positions. `creates` tells whether the client can make a file.
    """

    def __init__(
        self,
        checker: Checker,
        text: Text,
        *,
        content: Callable[[Path], str | None],
        places: Callable[[str], Places],
        creates: bool,
        versioned: bool,
    ) -> None:
        self._checker = checker
        self._text = text
        self._content = content
        self._places = places
        self._creates = creates
        self._versioned = versioned

    def words(self, report: FileReport, at: types.Range) -> Iterator[types.CodeAction]:
        """Yield the words of the range that no dictionary has; raises NewslintError."""
        rules = self._checker.session.rules(self._text.name)
        places = self._places(self._text.content)
        for placed in report.findings:
            rule = rules.get(placed.finding.rule)
            here = places.between(placed.place.start, placed.place.end)
            if rule is None or rule.check.kind != "spelling" or not touch(here, at):
                continue
            path = self._folder() / WORDS
            added = word_added(placed.place.text, path, self._content(path))
            if (edit := self._edit(added)) is not None:
                title = f"Add “{placed.place.text}” to the house's words"
                yield types.CodeAction(title, types.CodeActionKind.QuickFix, edit=edit)

    def facts(self, report: FileReport, at: types.Range) -> Iterator[types.CodeAction]:
        """Yield the people and bodies of the range that no fact sheet has; raises NewslintError."""
        for entry in self._entries(report, at):
            path = self._folder() / f"{entry.section}.yaml"
            edit = self._edit(entry_added(entry, path, self._content(path)))
            if edit is not None:
                yield types.CodeAction(f"Add {entry.name} to the fact sheet", ADD_FACT, edit=edit)

    def _entries(self, report: FileReport, at: types.Range) -> Iterator[Entry]:
        places = self._places(self._text.content)
        facts = self._checker.facts(self._text)
        for document in report.documents:

            def meets(span: Span, document: Document = document) -> bool:
                return touch(places.range(*document.offsets.source(span)), at)

            yield from entries(document, meets, facts, Path(self._text.path).name)

    def _folder(self) -> Path:
        article = Path(self._text.path)
        home = self._checker.session.configs.of(article.parent).home
        return folder_for(article, home)

    def _edit(self, added: Addition | None) -> types.WorkspaceEdit | None:
        if added is None or (added.content is None and not self._creates):
            return None
        uri = from_fs_path(str(added.path))
        if uri is None:
            return None
        place = self._places(added.content or "").range(added.offset, added.offset)
        edits = [types.TextEdit(place, added.text)]
        if not self._versioned:
            return types.WorkspaceEdit(changes={uri: edits})
        named = types.OptionalVersionedTextDocumentIdentifier(uri)
        change = types.TextDocumentEdit(named, list(edits))
        if added.content is not None:
            return types.WorkspaceEdit(document_changes=[change])
        made = types.CreateFile(uri=uri, options=types.CreateFileOptions(ignore_if_exists=True))
        return types.WorkspaceEdit(document_changes=[made, change])

"""The language server: what the protocol asks, and what is answered."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeVar

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path

from newslint import __version__
from newslint.errors import NewslintError
from newslint.lsp.actions import FIX_ALL, KINDS, Actions, wants
from newslint.lsp.additions import ADD_FACT, Additions
from newslint.lsp.checking import Checker, Text
from newslint.lsp.places import Places, diagnostics, hover
from newslint.record import Record
from newslint.report import FileReport
from newslint.session import Session
from newslint.store.raw import read_text

T = TypeVar("T")

#: Seconds without a key pressed before a text is checked.
PAUSE = 0.25
#: Files that govern what is said of articles.
_WATCHED = ("**/*.yaml", "**/*.csv", "**/pyproject.toml")


class Wishes(Record):
    """What an editor's settings say: the rules that speak, over the configuration's."""

    profile: str = ""
    packs: tuple[str, ...] = ()


def wishes_of(settings: object) -> Wishes:
    """Read the settings of an editor; what is of no use there is left out."""
    if isinstance(settings, Mapping) and isinstance(settings.get("newslint"), Mapping):
        settings = settings["newslint"]
    if not isinstance(settings, Mapping):
        return Wishes()
    profile, packs = settings.get("profile"), settings.get("packs")
    return Wishes(
        profile if isinstance(profile, str) else "",
        tuple(each for each in packs if isinstance(each, str)) if isinstance(packs, list) else (),
    )


class Desk(LanguageServer):
    """Holds the open texts, and checks them in a thread of its own."""

    def __init__(self, make: Callable[[Wishes], Session]) -> None:
        super().__init__("newslint", __version__)
        self._make_session = make
        self.checker = Checker(lambda: make(Wishes()))
        self._thread = ThreadPoolExecutor(1, "newslint")
        self._pending: dict[str, asyncio.Task[None]] = {}
        self.generation = 0

    async def run(self, work: Callable[..., T], *given: object) -> T:
        """Do something with the checker, which no two threads may use at once."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, work, *given)

    def text(self, uri: str) -> Text:
        """Return the text of a document as it stands."""
        document = self.workspace.get_text_document(uri)
        path = to_fs_path(uri) or uri.rpartition("/")[2] or "untitled"
        return Text(path, document.language_id or "", document.version or 0, document.source)

    def places(self, text: Text) -> Places:
        """Return what turns places of a text into the client's."""
        return self.places_in(text.content)

    def places_in(self, content: str) -> Places:
        """Return what turns places of a file's content into the client's."""
        return Places(content, self.workspace.position_encoding or "utf-16")

    def content(self, path: Path) -> str | None:
        """Return what a file holds, as it is open or as it was saved; raises NewslintError."""
        for document in list(self.workspace.text_documents.values()):
            if to_fs_path(document.uri) == str(path):
                return str(document.source)
        return read_text(path) if path.is_file() else None

    async def wish(self, settings: object) -> None:
        """Take the settings of an editor."""
        wishes = wishes_of(settings)
        self.generation += 1
        await self.run(self.checker.forget, lambda: self._make_session(wishes))

    async def renew(self) -> None:
        """Read what governs the articles again, and check what is open."""
        self.generation += 1
        await self.run(self.checker.forget)
        await self.refresh()

    async def refresh(self) -> None:
        """Have everything that is open checked."""
        if not self.pulls:
            for uri in list(self.workspace.text_documents):
                self.later(uri, 0)
            return
        capabilities = self.client_capabilities.workspace
        diagnostic = capabilities.diagnostics if capabilities else None
        if diagnostic and diagnostic.refresh_support:
            with suppress(Exception):  # a client that cannot will ask when it likes
                await self.workspace_diagnostic_refresh_async(None)

    @property
    def pulls(self) -> bool:
        """Tell whether the client asks for diagnostics, so that none are sent unasked."""
        capabilities = self.client_capabilities.text_document
        return bool(capabilities and capabilities.diagnostic)

    @property
    def watches(self) -> bool:
        """Tell whether the client says when files change that nobody has open."""
        workspace = self.client_capabilities.workspace
        watched = workspace.did_change_watched_files if workspace else None
        return bool(watched and watched.dynamic_registration)

    def later(self, uri: str, pause: float = PAUSE) -> None:
        """Check a text when nothing has changed for a while."""
        if self.pulls:
            return
        if (task := self._pending.pop(uri, None)) is not None:
            task.cancel()
        self._pending[uri] = asyncio.get_running_loop().create_task(self._publish(uri, pause))

    def drop(self, uri: str) -> None:
        """Forget a text that was closed."""
        if (task := self._pending.pop(uri, None)) is not None:
            task.cancel()
        path = to_fs_path(uri) or uri
        self._thread.submit(self.checker.close, path)
        if not self.pulls:
            self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, []))

    async def _publish(self, uri: str, pause: float) -> None:
        await asyncio.sleep(pause)
        if uri not in self.workspace.text_documents:
            return
        text = self.text(uri)
        found = await self.diagnostics(uri, text)
        if uri in self.workspace.text_documents and self.text(uri).version == text.version:
            self.text_document_publish_diagnostics(
                types.PublishDiagnosticsParams(uri, found, text.version)
            )

    async def report(self, text: Text) -> FileReport:
        """Return what is found in a text."""
        return await self.run(self.checker.check, text)

    async def diagnostics(self, uri: str, text: Text) -> list[types.Diagnostic]:
        """Return what is found in a text in the protocol's terms."""
        return diagnostics(await self.report(text), uri, self.places(text))


def language_server(make: Callable[[Wishes], Session]) -> Desk:
    """Make the server; `make` makes a session for what the editor's settings wish."""
    server = Desk(make)
    _add_life(server)
    _add_texts(server)
    _add_questions(server)
    return server


def _add_life(server: Desk) -> None:
    @server.feature(types.INITIALIZE)
    async def begin(given: types.InitializeParams) -> None:
        await server.wish(given.initialization_options)

    @server.feature(types.INITIALIZED)
    async def watch(_: types.InitializedParams) -> None:
        if not server.watches:
            return
        options = types.DidChangeWatchedFilesRegistrationOptions(
            [types.FileSystemWatcher(pattern) for pattern in _WATCHED]
        )
        registration = types.Registration(
            "newslint-files", types.WORKSPACE_DID_CHANGE_WATCHED_FILES, options
        )
        await server.client_register_capability_async(types.RegistrationParams([registration]))

    @server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    async def files_changed(_: types.DidChangeWatchedFilesParams) -> None:
        await server.renew()

    @server.feature(types.WORKSPACE_DID_CHANGE_CONFIGURATION)
    async def settings_changed(given: types.DidChangeConfigurationParams) -> None:
        await server.wish(given.settings)
        await server.refresh()


def _add_texts(server: Desk) -> None:
    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    async def opened(given: types.DidOpenTextDocumentParams) -> None:
        server.later(given.text_document.uri, 0)

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    async def changed(given: types.DidChangeTextDocumentParams) -> None:
        server.later(given.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    async def saved(given: types.DidSaveTextDocumentParams) -> None:
        if not server.watches or given.text_document.uri.endswith((".yaml", ".csv", ".toml")):
            await server.renew()
        else:
            server.later(given.text_document.uri, 0)

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    async def closed(given: types.DidCloseTextDocumentParams) -> None:
        server.drop(given.text_document.uri)


def _add_questions(server: Desk) -> None:
    options = types.DiagnosticOptions(
        inter_file_dependencies=False, workspace_diagnostics=False, identifier="newslint"
    )

    @server.feature(types.TEXT_DOCUMENT_DIAGNOSTIC, options)
    async def pulled(
        given: types.DocumentDiagnosticParams,
    ) -> types.RelatedFullDocumentDiagnosticReport | types.RelatedUnchangedDocumentDiagnosticReport:
        uri = given.text_document.uri
        text = server.text(uri)
        result = f"{server.generation}:{text.state.hex()}"
        if given.previous_result_id == result:
            return types.RelatedUnchangedDocumentDiagnosticReport(result)
        found = await server.diagnostics(uri, text)
        return types.RelatedFullDocumentDiagnosticReport(found, result_id=result)

    @server.feature(types.TEXT_DOCUMENT_HOVER)
    async def hovered(given: types.HoverParams) -> types.Hover | None:
        text = server.text(given.text_document.uri)
        return await server.run(_hover, server, text, given.position)

    @server.feature(types.TEXT_DOCUMENT_CODE_ACTION, types.CodeActionOptions(list(KINDS)))
    async def acted(given: types.CodeActionParams) -> list[types.CodeAction]:
        text = server.text(given.text_document.uri)
        return await server.run(_actions, server, text, given)


def _hover(server: Desk, text: Text, at: types.Position) -> types.Hover | None:
    report, places = server.checker.check(text), server.places(text)
    here = [
        (placed, reach)
        for placed in report.findings
        if _within(at, reach := places.between(placed.place.start, placed.place.end))
    ]
    if not here:
        return None
    words = hover([placed for placed, _ in here], server.checker.rules(text))
    content = types.MarkupContent(types.MarkupKind.Markdown, words)
    return types.Hover(content, here[0][1])


def _within(at: types.Position, reach: types.Range) -> bool:
    start = (reach.start.line, reach.start.character)
    return start <= (at.line, at.character) <= (reach.end.line, reach.end.character)


def _actions(server: Desk, text: Text, given: types.CodeActionParams) -> list[types.CodeAction]:
    report = server.checker.check(text)
    actions = Actions(
        given.text_document.uri, text, report, server.places(text), versioned=_versioned(server)
    )
    only = given.context.only
    made: list[types.CodeAction] = []
    if wants(only, types.CodeActionKind.QuickFix.value):
        made += actions.quick_fixes(given.range, given.context.diagnostics)
    with suppress(NewslintError):  # what is wrong stands among the diagnostics
        made += _additions(server, text, report, given)
        if only and wants(only, FIX_ALL):
            fixed = server.checker.fixed(text)
            if fixed != text.content:
                made.append(actions.fix_all(fixed))
    return made


def _additions(
    server: Desk, text: Text, report: FileReport, given: types.CodeActionParams
) -> Iterator[types.CodeAction]:
    additions = Additions(
        server.checker,
        text,
        content=server.content,
        places=server.places_in,
        creates=_creates(server),
        versioned=_versioned(server),
    )
    if wants(given.context.only, types.CodeActionKind.QuickFix.value):
        yield from additions.words(report, given.range)
    if wants(given.context.only, ADD_FACT.value):
        yield from additions.facts(report, given.range)


def _versioned(server: Desk) -> bool:
    workspace = server.client_capabilities.workspace
    edit: Any = workspace.workspace_edit if workspace else None
    return bool(edit and edit.document_changes)


def _creates(server: Desk) -> bool:
    """Tell whether the client can make a file that an edit needs."""
    workspace = server.client_capabilities.workspace
    edit = workspace.workspace_edit if workspace else None
    can = edit.resource_operations if edit else None
    return _versioned(server) and types.ResourceOperationKind.Create in (can or ())

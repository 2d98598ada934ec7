"""The language server under pytest-lsp, whose client takes only what the protocol has."""

from __future__ import annotations

import sys

import pytest
import pytest_lsp
from lsprotocol import types
from pytest_lsp import (
    ClientServerConfig,
    LanguageClient,
    client_capabilities,
    make_test_lsp_client,
)

TEXT = "Mayor Tomas Ekeland spoke on on Friday.\n\nEckeland, 58, said work would start.\n"
RULE = (
    "check: existence\nmessage: Leave it out.\nwhy: It says nothing.\nwords: [very]\n"
    "examples:\n  - bad: A [[very]] good day.\n  - good: A very good day.\n"
)


def make_client() -> LanguageClient:
    client = make_test_lsp_client()

    @client.feature(types.CLIENT_REGISTER_CAPABILITY)
    def registered(_: types.RegistrationParams) -> None:
        """Agree, as editors do that let a server ask to watch files."""

    return client


@pytest_lsp.fixture(
    config=ClientServerConfig(
        server_command=[sys.executable, "-m", "newslint", "lsp"], client_factory=make_client
    ),
    params=["visual_studio_code", "neovim", "emacs"],
)
async def client(request, lsp_client: LanguageClient, tmp_path):
    lsp_client.folder = tmp_path
    capabilities = client_capabilities(request.param)
    await lsp_client.initialize_session(
        types.InitializeParams(capabilities=capabilities, root_uri=tmp_path.as_uri())
    )
    yield
    await lsp_client.shutdown_session()


async def found_in(client, name, text, language="plaintext"):
    """Open a text and return what is found in it, as the client is told."""
    uri = (client.folder / name).as_uri()
    item = types.TextDocumentItem(uri, language, 1, text)
    client.text_document_did_open(types.DidOpenTextDocumentParams(item))
    if client.capabilities.text_document.diagnostic is None:
        await client.wait_for_notification(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        return uri, list(client.diagnostics[uri])
    asked = types.DocumentDiagnosticParams(types.TextDocumentIdentifier(uri))
    report = await client.text_document_diagnostic_async(asked)
    assert report.kind == "full"
    return uri, list(report.items)


def reach(line, start, end):
    return types.Range(types.Position(line, start), types.Position(line, end))


@pytest.mark.asyncio
async def test_a_finding_is_explained_and_mended(client):
    uri, found = await found_in(client, "wall.txt", TEXT)
    doubled, name = found
    assert (doubled.code, doubled.range) == ("core/doubled-word", reach(0, 26, 31))
    assert (name.code, name.range) == ("core/name-spelling", reach(2, 0, 8))
    [other] = name.related_information
    assert other.location == types.Location(uri, reach(0, 6, 19))
    assert other.message == "“Tomas Ekeland” here"
    document = types.TextDocumentIdentifier(uri)
    hover = await client.text_document_hover_async(
        types.HoverParams(document, types.Position(2, 3))
    )
    assert "A misspelled name is the error" in hover.contents.value
    actions = await client.text_document_code_action_async(
        types.CodeActionParams(document, doubled.range, types.CodeActionContext([doubled]))
    )
    mend = actions[0]
    assert (mend.kind, mend.is_preferred, list(mend.diagnostics)) == ("quickfix", True, [doubled])
    changes = mend.edit.document_changes
    edits = changes[0].edits if changes else mend.edit.changes[uri]
    assert list(edits) == [types.TextEdit(reach(0, 26, 31), "on")]


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("name", "text", "line", "said"),
    [
        ("newslint.yaml", "profile: core\npackz: [ap]\n", 1, "packz"),
        ("facts/people.yaml", "people:\n  - name: Ada Wren\n    origine: us\n", 2, "origine"),
        ("facts/people.yaml", "people:\n  - name: Ada Wren\n", 1, "lacks its origin"),
        ("newslint-suppressions.yaml", "suppressions:\n  - rules: a\n", 1, "rules"),
        ("house/words/very.yaml", RULE, 6, "example 2 (good)"),
        ("house/words/very.yaml", RULE.replace("why:", "wy:"), 0, "wy"),
        ("notes.yaml", "a: [\n", None, ""),
    ],
)
async def test_files_of_the_house_are_checked(client, name, text, line, said):
    (client.folder / "house").mkdir()
    (client.folder / "house" / "pack.yaml").write_text("name: house\n", encoding="utf-8")
    _, found = await found_in(client, name, text, "yaml")
    if line is None:
        assert found == []
        return
    assert said in " ".join(each.message for each in found)
    assert line in [each.range.start.line for each in found]
    assert {each.severity for each in found} == {types.DiagnosticSeverity.Error}

"""A client that speaks to the language server as an editor does."""

from __future__ import annotations

import json
import queue
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

_WAIT = 30


class Editor:
    """Starts the server in a folder, and sends and receives messages."""

    def __init__(self, folder: Path, capabilities: dict[str, Any], options: Any = None) -> None:
        self.folder = folder
        self._server = subprocess.Popen(
            [sys.executable, "-m", "newslint", "lsp", "--stdio"],
            cwd=folder,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        self._messages: queue.Queue[dict[str, Any]] = queue.Queue()
        threading.Thread(target=self._listen, daemon=True).start()
        self._number = 0
        self.asked: list[str] = []
        self.answer = self.request(
            "initialize",
            processId=None,
            rootUri=folder.as_uri(),
            capabilities=capabilities,
            initializationOptions=options,
        )
        self.notify("initialized")

    def _listen(self) -> None:
        stream = self._server.stdout
        assert stream is not None
        while head := stream.readline():
            length = int(head.split(b":")[1])
            while stream.readline().strip():
                pass
            self._messages.put(json.loads(stream.read(length)))

    def _send(self, message: dict[str, Any]) -> None:
        data = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._server.stdin is not None
        self._server.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(data), data))
        self._server.stdin.flush()

    def notify(self, method: str, **given: Any) -> None:
        """Tell the server something."""
        self._send({"method": method, "params": given})

    def request(self, method: str, **given: Any) -> Any:
        """Ask the server something and return its answer."""
        self._number += 1
        self._send({"id": self._number, "method": method, "params": given})
        number = self._number
        message = self._next(lambda each: each.get("id") == number and "method" not in each)
        assert "error" not in message, message
        return message["result"]

    def _next(self, fits: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        while True:
            message = self._messages.get(timeout=_WAIT)
            if "method" in message and "id" in message:  # the server asks: agree
                self.asked.append(message["method"])
                self._send({"id": message["id"], "result": None})
            if fits(message):
                return message

    def uri(self, name: str) -> str:
        """Return the address of a file."""
        return (self.folder / name).as_uri()

    def open(self, name: str, text: str, language: str = "markdown") -> None:
        """Open a text."""
        document = {"uri": self.uri(name), "languageId": language, "version": 1, "text": text}
        self.notify("textDocument/didOpen", textDocument=document)

    def change(self, name: str, text: str, version: int) -> None:
        """Replace a text."""
        document = {"uri": self.uri(name), "version": version}
        changes = [{"text": text}]
        self.notify("textDocument/didChange", textDocument=document, contentChanges=changes)

    def published(self, name: str) -> dict[str, Any]:
        """Wait for the next diagnostics of a file."""
        uri = self.uri(name)
        message = self._next(
            lambda each: (
                each.get("method") == "textDocument/publishDiagnostics"
                and each["params"]["uri"] == uri
            )
        )
        return message["params"]

    def actions(self, name: str, start: list[int], end: list[int], *only: str) -> list[Any]:
        """Ask what can be done in a range of lines and characters."""
        context: dict[str, Any] = {"diagnostics": []}
        if only:
            context["only"] = list(only)
        return self.request(
            "textDocument/codeAction",
            textDocument={"uri": self.uri(name)},
            range={"start": position(*start), "end": position(*end)},
            context=context,
        )

    def close(self) -> int:
        """End the server as an editor does, and return its exit code."""
        self.request("shutdown")
        self._send({"method": "exit"})
        return self._server.wait(_WAIT)

    def kill(self) -> None:
        """End the server if it still runs."""
        self._server.kill()
        self._server.wait()


def position(line: int, character: int) -> dict[str, int]:
    """Return a position of the protocol."""
    return {"line": line, "character": character}


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Callable[..., Editor]]:
    """Return a function that starts an editor with its server."""
    editors = []

    def begin(capabilities: dict[str, Any] | None = None, options: Any = None) -> Editor:
        editor = Editor(tmp_path, capabilities or {}, options)
        editors.append(editor)
        return editor

    yield begin
    for editor in editors:
        editor.kill()

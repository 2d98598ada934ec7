"""Type into an article that a language server holds open, and time its answers.

python -m benchmarks.keystrokes [--words 1500] [--profile ap] [--keys 60]

The server is a process of its own, spoken to over its pipes. Each key changes the text, and the
client asks for diagnostics; the time from the change to the answer is held against one check of the
same text in this process. Then the client types without asking, and the time from the last key to
the diagnostics is given too, with the pause that the server makes before it checks.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.server import article
from newslint.config import Overrides
from newslint.session import Session
from newslint.store.configs import Configs
from newslint.store.rulecache import RuleCache, cache_folder

NAME = "wall.txt"
ADDED = " The council meets again in the town hall on the quay next week."


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--words", type=int, default=1500)
    parser.add_argument("--profile", default="ap")
    parser.add_argument("--keys", type=int, default=60)
    arguments = parser.parse_args()
    text = article_of(arguments.words)
    states = list(typed(text, arguments.keys))
    alone = in_process(states, arguments.profile)
    with tempfile.TemporaryDirectory() as folder:
        pulled, beside = asking(folder, states, arguments.profile)
        pushed = waiting(folder, states[:8], arguments.profile)
    print(f"{len(text.split())} words, profile {arguments.profile}, {len(states)} keys")
    print(f"one check {show(alone)}; {show(beside)} between the keys")
    print(
        f"asked for: {show(pulled)}; p95 is {p95(pulled) / median(alone):.2f} times one check, "
        f"{p95(pulled) / median(beside):.2f} times one between the keys"
    )
    print(f"sent unasked: {show(pushed)} after the last key")


def article_of(words: int) -> str:
    pieces: list[str] = []
    while sum(len(each.split()) for each in pieces) < words:
        pieces.append(article(len(pieces)))
    return " ".join("\n\n".join(pieces).split(" ")[:words])


def typed(text: str, keys: int) -> Iterator[str]:
    """Yield the text after each key, in the middle of the article."""
    middle = text.index(".", len(text) // 2) + 1
    for count in range(1, keys + 1):
        yield text[:middle] + ADDED[:count] + text[middle:]


def in_process(states: list[str], profile: str) -> list[float]:
    check = session(profile)
    return [timed(check, state) for state in states[:30]][5:]


def session(profile: str) -> Session:
    made = Session(Configs(), Overrides(profile), cache=RuleCache(cache_folder()))
    made.check(NAME, b"Rents rose.")
    return made


def timed(check: Session, state: str) -> float:
    began = time.perf_counter()
    check.check(NAME, state.encode())
    return time.perf_counter() - began


def asking(folder: str, states: list[str], profile: str) -> tuple[list[float], list[float]]:
    """Ask after every key, with a check in this process between two keys."""
    check = session(profile)
    client = Client(folder, profile, {"textDocument": {"diagnostic": {}}})
    taken: list[float] = []
    beside: list[float] = []
    client.open(states[0])
    client.request("textDocument/diagnostic", textDocument={"uri": client.uri})
    for version, state in enumerate(states[1:], 2):
        began = time.perf_counter()
        client.change(state, version)
        answer = client.request("textDocument/diagnostic", textDocument={"uri": client.uri})
        assert answer["kind"] == "full"
        taken.append(time.perf_counter() - began)
        beside.append(timed(check, state))
    client.close()
    return taken[5:], beside[5:]


def waiting(folder: str, states: list[str], profile: str) -> list[float]:
    """Type several keys in one go, and wait for what is sent about the last."""
    client = Client(folder, profile, {})
    client.open(states[0])
    client.published(1)
    taken = []
    for version in range(2, 12):
        for step, state in enumerate(states, 100 * version):
            client.change(f"{state}{' ' * version}", step)
        began = time.perf_counter()
        client.published(100 * version + len(states) - 1)
        taken.append(time.perf_counter() - began)
    client.close()
    return taken


class Client:
    """An editor, as far as a language server can tell."""

    def __init__(self, folder: str, profile: str, capabilities: dict[str, Any]) -> None:
        command = [sys.executable, "-m", "newslint", "lsp", "--profile", profile]
        self._server = subprocess.Popen(
            command, cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        self.uri = (Path(folder) / NAME).as_uri()
        self._number = 0
        self.request("initialize", processId=None, rootUri=None, capabilities=capabilities)
        self._send("initialized", {})

    def open(self, text: str) -> None:
        document = {"uri": self.uri, "languageId": "plaintext", "version": 1, "text": text}
        self._send("textDocument/didOpen", {"textDocument": document})

    def change(self, text: str, version: int) -> None:
        document = {"uri": self.uri, "version": version}
        changes = [{"text": text}]
        given = {"textDocument": document, "contentChanges": changes}
        self._send("textDocument/didChange", given)

    def request(self, method: str, **given: object) -> Any:  # noqa: ANN401
        self._number += 1
        self._send(method, given, self._number)
        while (message := self._receive()).get("id") != self._number or "method" in message:
            pass
        return message["result"]

    def published(self, version: int) -> None:
        """Wait for the diagnostics of a version."""
        while self._receive().get("params", {}).get("version") != version:
            pass

    def close(self) -> None:
        self._server.kill()
        self._server.wait()

    def _send(self, method: str, given: dict[str, Any], number: int | None = None) -> None:
        message: dict[str, Any] = {"jsonrpc": "2.0", "method": method, "params": given}
        if number is not None:
            message["id"] = number
        data = json.dumps(message).encode()
        assert self._server.stdin is not None
        self._server.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(data), data))
        self._server.stdin.flush()

    def _receive(self) -> dict[str, Any]:
        stream = self._server.stdout
        assert stream is not None
        length = 0
        while (line := stream.readline()).strip():
            if line.lower().startswith(b"content-length:"):
                length = int(line.split(b":")[1])
        message: dict[str, Any] = json.loads(stream.read(length))
        return message


def show(taken: list[float]) -> str:
    return f"median {median(taken) * 1000:.0f} ms, p95 {p95(taken) * 1000:.0f} ms"


def median(taken: list[float]) -> float:
    return statistics.median(taken)


def p95(taken: list[float]) -> float:
    return sorted(taken)[int(len(taken) * 0.95)]


if __name__ == "__main__":
    main()

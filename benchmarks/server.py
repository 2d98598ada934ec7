"""Load a server that was started here: clients that ask once a second, then what it must refuse.

python -m benchmarks.server [--clients 32] [--seconds 60]
"""

from __future__ import annotations

import argparse
import http.client
import json
import socket
import statistics
import subprocess
import sys
import threading
import time
from pathlib import Path

from newslint.linter import Linter
from newslint.store.rules import Library

_PARAGRAPH = (
    "The council of Port Ellery will build a harbour wall of 300 metres after the storm of last "
    "spring, Mayor Tomas Ekeland said on Friday. “We cannot wait for the next storm,” he told "
    "reporters. Insurers paid $12 million to 400 households, a third of them in the old town.\n\n"
)
ARTICLE = ("Harbour wall to rise\n\nBy Mira Osterlund\n\n" + _PARAGRAPH * 20)[:5000]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--clients", type=int, default=32)
    parser.add_argument("--seconds", type=int, default=60)
    arguments = parser.parse_args()
    alone = in_process()
    port = free_port()
    began = time.perf_counter()
    command = [sys.executable, "-m", "newslint", "serve", "--port", str(port)]
    server = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    try:
        wait_for(port)
        print(f"started in {time.perf_counter() - began:.2f} s")
        ask(port)  # the first request reads the rules
        memory = resident(server.pid)
        taken, errors = load(port, arguments.clients, arguments.seconds)
        grown = resident(server.pid)
        ordered = sorted(taken)
        p95 = ordered[int(len(ordered) * 0.95)]
        print(f"in-process {alone * 1000:.1f} ms for {len(ARTICLE):,} characters")
        print(
            f"{len(taken)} requests, {errors} errors, median "
            f"{statistics.median(taken) * 1000:.1f} ms, p95 {p95 * 1000:.1f} ms "
            f"({p95 / alone:.1f} times)"
        )
        print(f"memory {memory:.0f} MB before, {grown:.0f} MB after")
        print(f"5 MB body: {ask(port, ARTICLE * 1000)}; {hostile(port)}; then {ask(port)}")
    finally:
        server.terminate()
        server.wait()


def in_process() -> float:
    linter = Linter(Library().profile("core"))
    taken: list[float] = []
    for _ in range(12):
        began = time.perf_counter()
        linter.check(ARTICLE)
        taken.append(time.perf_counter() - began)
    return statistics.median(taken[2:])


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def wait_for(port: int) -> None:
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            time.sleep(0.02)
        else:
            return


def ask(port: int, text: str = ARTICLE) -> int:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    try:
        body = json.dumps({"text": text})
        connection.request("POST", "/api/check", body, {"content-type": "application/json"})
        answer = connection.getresponse()
        answer.read()
    except (BrokenPipeError, ConnectionResetError):
        return 0  # refused before all of it had arrived
    else:
        return answer.status
    finally:
        connection.close()


def load(port: int, clients: int, seconds: int) -> tuple[list[float], int]:
    taken: list[float] = []
    errors: list[int] = []

    def client(number: int) -> None:
        time.sleep(number / clients)
        for _ in range(seconds):
            began = time.perf_counter()
            status = ask(port)
            spent = time.perf_counter() - began
            taken.append(spent)
            if status != 200:
                errors.append(status)
            time.sleep(max(0.0, 1 - spent))

    threads = [threading.Thread(target=client, args=(number,)) for number in range(clients)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return taken, len(errors)


def resident(pid: int) -> float:
    """Return the memory of a process and its children, in MB."""
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="utf-8").split()
    own = sum(resident(int(child)) for child in children)
    status = Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    line = next(line for line in status.splitlines() if line.startswith("VmRSS"))
    return own + int(line.split()[1]) / 1024


def hostile(port: int) -> str:
    """Send half a request, no HTTP at all and a body that never comes."""
    for data in (b"POST /api/check HTTP/1.1\r\nHost: localhost\r\n", b"\x16\x03\x01\0\xff\0\n\n"):
        with socket.create_connection(("127.0.0.1", port), 5) as connection:
            connection.sendall(data)
    with socket.create_connection(("127.0.0.1", port), 30) as slow:
        head = "POST /api/check HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
        slow.sendall(f"{head}Content-Length: 100\r\n\r\n{{".encode())
        return f"slow body: {slow.recv(200).split(b' ')[1].decode()}"


if __name__ == "__main__":
    main()

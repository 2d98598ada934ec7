"""Load a server that was started here: clients that ask once a second, then what it must refuse.

python -m benchmarks.server [--clients 32] [--seconds 60]

Each client has an article of its own and one connection. Times are held against the time of the
same check in one process: measured alone before the load, and beside it, where the clients and
whatever else the machine does take their share of the processors too.
"""

from __future__ import annotations

import argparse
import http.client
import json
import multiprocessing
import os
import random
import socket
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from newslint.server.desk import Desk, Wanted
from newslint.store.configs import Configs
from newslint.store.rulecache import RuleCache, cache_folder

LENGTH = 5000
_COPY = """
The council of Port Ellery will build a harbour wall of {n} metres after the storm of last spring,
Mayor Tomas Ekeland said on Friday. “We cannot wait for the next storm,” he told reporters. Insurers
paid ${m} million to {n} households, a third of them in the old town.

Ekeland, {m}, said that work would start in May and take {m} months. The wall protects {n} homes,
among them the school, the clinic and the two streets behind the fish market.

Ada Wren, who runs a café on the quay, lost her kitchen in the flood. “I was standing in water up to
here,” she said. “The insurance paid for the oven. Nobody paid for the {m} weeks.”

Opponents say that the wall will cost more than the council admits. A study by the Harbour Building
Council (HBC) put the price at ${n} million, or {m} percent more than last year.

The HBC has asked for a second opinion. Its chair, Ines Park, said on Monday, January 12, that {n}
members had voted for it and {m} against, with nobody abstaining.

Fishing has shrunk for a generation. Of {n} boats that sailed from Port Ellery in 1990, {m} are
left, and most of their crews live in towns along the coast where rents are lower.

According to the weather service, gusts of up to {n} kilometres per hour are to be expected every
{m} years. The sea has risen by {m} centimetres since the old wall was built in 1911.

“It is a wall, not a wonder,” Park said. She added that sand would have to be brought to the beach
each autumn, at a cost of about ${n},000, whatever the council decides next week.
"""
_PARAGRAPHS = [" ".join(each.split()) for each in _COPY.strip().split("\n\n")]


def article(number: int) -> str:
    """Make an article that no other client sends."""
    draw = random.Random(number)
    paragraphs = [f"Harbour wall number {number} to rise", "By Mira Osterlund"]
    while sum(map(len, paragraphs)) < LENGTH:
        numbers = {"n": draw.randint(101, 900), "m": draw.randint(12, 99)}
        paragraphs.append(draw.choice(_PARAGRAPHS).format(**numbers))
    return "\n\n".join(paragraphs)[:LENGTH]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--clients", type=int, default=32)
    parser.add_argument("--seconds", type=int, default=60)
    arguments = parser.parse_args()
    alone = statistics.median(in_process(40))
    port = free_port()
    began = time.perf_counter()
    command = [sys.executable, "-m", "newslint", "serve", "--port", str(port)]
    server = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    try:
        wait_for(port)
        print(f"started in {time.perf_counter() - began:.2f} s")
        for number in range(8):  # the first requests read the rules, and compile them
            ask(port, article(number))
        under_load(server.pid, port, arguments.clients, arguments.seconds, alone)
        print(f"5 MB body: {ask(port, article(0) * 1000)}; {hostile(port)}; then {ask(port)}")
    finally:
        server.terminate()
        server.wait()


def under_load(pid: int, port: int, clients: int, seconds: int, alone: float) -> None:
    memory, processors, used = [resident(pid)], Processors.now(), spent(pid)
    timer = threading.Timer(seconds / 2, lambda: memory.append(resident(pid)))
    timer.start()
    with multiprocessing.get_context("spawn").Pool(1) as beside:
        sampled = beside.apply_async(in_process, (seconds, 1.0))
        taken, errors = load(port, clients, seconds)
        near = statistics.median(sampled.get())
    p95 = sorted(taken)[int(len(taken) * 0.95)]
    milliseconds = [each * 1000 for each in (statistics.median(taken), p95, alone, near)]
    print(
        "{} requests, {} errors, median {:.1f} ms, p95 {:.1f} ms; "
        "in one process {:.1f} ms alone, {:.1f} ms beside the load".format(
            len(taken), errors, *milliseconds
        )
    )
    print(f"p95 is {p95 / alone:.1f} times the check alone, {p95 / near:.1f} times the one beside")
    each = [
        (after - before) / len(taken) * 1000 for before, after in zip(used, spent(pid), strict=True)
    ]
    print("processor time a request: {:.1f} ms to serve, {:.1f} ms to check".format(*each))
    timer.join()
    print(
        "memory {:.0f} MB before, {:.0f} MB halfway, {:.0f} MB after".format(*memory, resident(pid))
    )
    print(processors.since())


def in_process(times: int, pause: float = 0.0) -> list[float]:
    """Time checks in this process, of articles as the clients send them."""
    desk = Desk(Configs(), Path.cwd(), cache=RuleCache(cache_folder()))
    taken: list[float] = []
    for number in range(times + 8):
        data = article(number).encode()
        began = time.perf_counter()
        desk.check(data, "article.txt", Wanted())
        taken.append(time.perf_counter() - began)
        time.sleep(max(0.0, pause - taken[-1]))
    return taken[8:] if len(taken) > 16 else taken


class Processors(NamedTuple):
    """What the processors did: time in all, at work, and taken by other machines on this one."""

    whole: int
    busy: int
    stolen: int

    @classmethod
    def now(cls) -> Processors:
        line = Path("/proc/stat").read_text(encoding="utf-8").splitlines()[0]
        ticks = [int(each) for each in line.split()[1:]]
        return cls(sum(ticks), sum(ticks) - ticks[3] - ticks[4] - ticks[7], ticks[7])

    def since(self) -> str:
        now = Processors.now()
        whole = (now.whole - self.whole) or 1
        busy, stolen = (now.busy - self.busy) / whole, (now.stolen - self.stolen) / whole
        return f"processors {busy:.0%} busy, {stolen:.0%} taken by other machines"


def spent(pid: int) -> tuple[float, float]:
    """Return the processor time of a process and of its children, in seconds."""
    tick = os.sysconf("SC_CLK_TCK")

    def own(each: int) -> float:
        fields = Path(f"/proc/{each}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / tick

    return own(pid), sum(map(own, children(pid)))


def children(pid: int) -> Sequence[int]:
    text = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="utf-8")
    return [int(each) for each in text.split()]


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


def ask(port: int, text: str = "") -> int:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    try:
        return asked(connection, text or article(0))
    except (BrokenPipeError, ConnectionResetError):
        return 0  # refused before all of it had arrived
    finally:
        connection.close()


def asked(connection: http.client.HTTPConnection, text: str) -> int:
    body = json.dumps({"text": text})
    connection.request("POST", "/api/check", body, {"content-type": "application/json"})
    answer = connection.getresponse()
    answer.read()
    return answer.status


def load(port: int, clients: int, seconds: int) -> tuple[list[float], int]:
    taken: list[float] = []
    errors: list[int] = []

    def client(number: int) -> None:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        time.sleep(number / clients)
        for second in range(seconds):
            text = article(clients * second + number)
            began = time.perf_counter()
            status = asked(connection, text)
            spent = time.perf_counter() - began
            taken.append(spent)
            if status != 200:
                errors.append(status)
            time.sleep(max(0.0, 1 - spent))
        connection.close()

    threads = [threading.Thread(target=client, args=(number,)) for number in range(clients)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return taken, len(errors)


def resident(pid: int) -> float:
    """Return the memory of a process and its children, in MB."""
    own = sum(map(resident, children(pid)))
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

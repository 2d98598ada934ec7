"""A server of a house without files, and texts to send."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest
import uvicorn
from starlette.testclient import TestClient

from newslint.server.app import application
from newslint.server.desk import Desk
from newslint.server.guards import Access
from newslint.server.limits import Limits
from newslint.store.configs import Configs
from newslint.store.rulecache import RuleCache, cache_folder

Serve = Callable[..., TestClient]


@pytest.fixture
def serve(tmp_path: Path) -> Iterator[Serve]:
    """Return a function that starts a server in an empty folder."""
    clients = []

    def start(
        limits: Limits | None = None, access: Access | None = None, origins: tuple[str, ...] = ()
    ) -> TestClient:
        def make() -> Desk:
            return Desk(
                Configs(),
                tmp_path,
                today=date(2026, 1, 1),
                cache=RuleCache(cache_folder()),
                limits=limits,
            )

        app = application(make, limits=limits, access=access, origins=origins)
        client = TestClient(app, "http://localhost:8081", raise_server_exceptions=False)
        clients.append(client.__enter__())
        return client

    yield start
    for client in clients:
        client.__exit__(None, None, None)


@contextmanager
def listening(client: TestClient) -> Iterator[str]:
    """Let a server listen on a port of its own while the block runs; yields its address."""
    config = uvicorn.Config(client.app, port=0, log_level="error", access_log=False)
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    try:
        port = server.servers[0].sockets[0].getsockname()[1]
        yield f"http://127.0.0.1:{port}"
    finally:
        server.should_exit = True
        thread.join(10)


@pytest.fixture
def address(client: TestClient) -> Iterator[str]:
    """Return the address of a server that listens."""
    with listening(client) as where:
        yield where


@pytest.fixture
def client(serve: Serve) -> TestClient:
    """Return a client of a server with the defaults."""
    return serve()

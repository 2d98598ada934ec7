"""What a server must withstand, and what it must not keep: tried over real connections."""

from __future__ import annotations

import base64
import http.client
import io
import json
import os
import re
import socket
import subprocess
import sys
import time
import zipfile
from contextlib import contextmanager
from urllib.parse import urlsplit

import pytest

from newslint.server.limits import Limits
from tests.unit.server.conftest import listening
from tests.word_files import docx, paragraph

TEXT = "Rents rose on on Monday, the council said."
HEAD = "POST /api/check HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"


@contextmanager
def connected(address):
    place = urlsplit(address)
    with socket.create_connection((place.hostname, place.port), 20) as connection:
        yield connection


def answers(address) -> bool:
    place = urlsplit(address)
    connection = http.client.HTTPConnection(place.hostname, place.port, timeout=20)
    body = json.dumps({"text": TEXT})
    connection.request("POST", "/api/check", body, {"content-type": "application/json"})
    answer = connection.getresponse()
    found = json.loads(answer.read())["files"][0]["findings"]
    connection.close()
    return answer.status == 200 and len(found) == 1


def test_a_body_that_comes_too_slowly_is_given_up(serve):
    with listening(serve(Limits(upload=0.3))) as address:
        with connected(address) as slow:
            slow.sendall(f"{HEAD}Content-Length: 100\r\n\r\n{{".encode())
            assert answers(address)  # meanwhile
            assert slow.recv(100).startswith(b"HTTP/1.1 408 ")
        assert answers(address)


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        (HEAD.encode(), b""),  # half a head, and gone
        (f"{HEAD}Content-Length: 50\r\n\r\n{{".encode(), b""),  # half a body, and gone
        (b"\x16\x03\x01\0\xff\0\n\n", b"400"),
        (b"GET / HTTP/1.1\r\n\r\n", b"400"),
        (f"{HEAD}Content-Length: 99999999999\r\n\r\n".encode(), b"413"),
        (f"{HEAD}Content-Length: -1\r\n\r\n".encode(), b"400"),
        (f"{HEAD}Transfer-Encoding: chunked\r\n\r\nzz\r\n".encode(), b"400"),
        (b"GET /" + b"a" * 200_000 + b" HTTP/1.1\r\nHost: localhost\r\n\r\n", b"4"),
    ],
    ids=range(8),
)
def test_what_is_no_request_is_refused_and_the_server_goes_on(address, sent, status):
    with connected(address) as broken:
        broken.sendall(sent)
        if status:
            assert broken.recv(100).startswith(b"HTTP/1.1 " + status)
    assert answers(address)


def test_an_archive_that_swells_is_refused(client):
    target = io.BytesIO()
    plain = zipfile.ZipFile(io.BytesIO(docx(paragraph("a" * 30_000_000))))
    with plain, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as packed:
        for name in plain.namelist():
            packed.writestr(name, plain.read(name))
    data = target.getvalue()
    assert len(data) < 100_000
    sent = {"base64": base64.b64encode(data).decode(), "filename": "wall.docx"}
    for path in ("/api/check", "/api/open", "/api/fix", "/api/annotate", "/api/word"):
        assert client.post(path, json=sent).status_code == 413, path


def test_no_file_is_read_for_an_article(client, tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("Vellichor rose on on Monday.", encoding="utf-8")
    wire = (
        f'<!DOCTYPE nitf [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
        "<nitf><body><body.content><p>&x; He left.</p></body.content></body></nitf>"
    )
    for sent in (
        {"text": wire, "format": "nitf"},
        {"text": f"<p><img src='{secret.as_uri()}'>He left.</p>", "format": "html"},
        {"text": TEXT, "filename": str(secret)},
        {"text": f"---\ntranscripts: {secret}\n---\n“So,” he said.", "format": "markdown"},
        {"text": TEXT, "profile": str(secret)},
        {"text": TEXT, "packs": [str(tmp_path)]},
    ):
        assert "Vellichor" not in client.post("/api/check", json=sent).text


def test_what_is_shown_is_escaped(client):
    text = (
        "# <script>alert(1)</script> wall\n\n[Rents](javascript:alert(2)) rose on on Monday "
        "“><img src=x onerror=alert(3)>”, he said.\n"
    )
    page = client.post("/api/html", json={"text": text, "format": "markdown"}).text
    assert "on on" in page
    assert "<script>alert" not in page
    assert "<img" not in page
    assert not re.search(r"""(?:href|src)=["']?\s*javascript:""", page, re.IGNORECASE)


def test_nothing_is_stored_or_logged(tmp_path):
    house, cache = tmp_path / "house", tmp_path / "cache"
    house.mkdir()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    place = {
        **os.environ,
        "HOME": str(tmp_path),
        "TMPDIR": str(tmp_path),
        "NEWSLINT_CACHE_DIR": str(cache),
    }
    log = (tmp_path / "log").open("w+b")
    server = subprocess.Popen(
        [sys.executable, "-m", "newslint", "serve", "--port", str(port), "--jobs", "1"],
        cwd=house,
        env=place,
        stdout=log,
        stderr=subprocess.STDOUT,
    )
    try:
        sent = {"text": f"Vellichor {TEXT}", "understood": True}
        assert posted(port, "/api/check", sent) == 200
        assert posted(port, "/api/check", {**sent, "profile": "Vellichor"}) == 422
        assert posted(port, "/api/check", {**sent, "Vellichor": 1}) == 400
        assert posted(port, "/api/check", {"text": "Vellichor", "format": "nitf"}) == 422
        assert posted(port, "/api/word", sent) == 200
    finally:
        server.terminate()
        server.wait(20)
    log.close()
    kept = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert any(path.is_relative_to(cache) for path in kept)  # the rules are
    assert [path for path in kept if b"ellichor" in path.read_bytes()] == []


def posted(port, path, body) -> int:
    for _ in range(200):
        try:
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
            headers = {"content-type": "application/json"}
            connection.request("POST", path, json.dumps(body), headers)
            return connection.getresponse().status
        except ConnectionRefusedError:
            time.sleep(0.1)
    raise AssertionError("the server does not answer")

"""Digests without OpenSSL are those of the standard library."""

from __future__ import annotations

import hashlib

from newslint.digest import checksum, digest, sha256


def test_sha256_is_the_usual_one() -> None:
    for data in (b"", b"abc", "Čapek\ud800".encode("utf-8", "surrogatepass")):
        assert sha256(data) == hashlib.sha256(data).hexdigest()


def test_a_digest_tells_things_apart() -> None:
    assert digest((1, "a")) == digest((1, "a"))
    assert digest((1, "a")) != digest((1, "b"))
    assert len(digest("\ud800")) == 24


def test_a_checksum_tells_a_torn_file() -> None:
    assert checksum([b"abc"]) == checksum([b"a", b"", b"bc"])
    assert len({checksum([data]) for data in (b"", b"abc", b"ab", b"abd", b"\0abc")}) == 5

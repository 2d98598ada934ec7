"""Digests of what a kept file was made from, of the file, and of findings.

They are asked for at every start. `hashlib` loads OpenSSL for the same, which takes three times as
long as to digest them.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from importlib import import_module
from zlib import crc32

try:
    from _blake2 import blake2b
except ImportError:  # another Python than CPython
    from hashlib import blake2b


def digest(things: object) -> str:
    """Return 24 letters that stand for things whose `repr` says all about them."""
    return blake2b(repr(things).encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()


def checksum(pieces: Iterable[bytes]) -> str:
    """Return 16 letters that a torn or altered file does not share: its length and its sum."""
    length = total = 0
    for piece in pieces:
        length += len(piece)
        total = crc32(piece, total)
    return f"{length:08x}{total:08x}"


def sha256(data: bytes) -> str:
    """Return the SHA-256 of data in hexadecimal letters."""
    for module in ("_sha2", "_sha256", "hashlib"):  # as of Python 3.12, before, and elsewhere
        with suppress(ImportError):
            digested: str = import_module(module).sha256(data).hexdigest()
            return digested
    raise AssertionError("Python always has hashlib")

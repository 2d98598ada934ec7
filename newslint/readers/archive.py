"""The parts of a zipped document (DOCX, ODT), read within limits and never unpacked to disk."""

from __future__ import annotations

import io
import zipfile
import zlib

from newslint.errors import NewslintError
from newslint.record import Record

#: A part may unpack to this many bytes: a book of 500 pages has about 10 MB of markup.
MAX_PART = 50_000_000
#: All parts together, pictures included, may unpack to this many bytes.
MAX_TOTAL = 500_000_000
MAX_PARTS = 5_000
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = 0x1


class Archive(Record):
    """An opened archive; `path` is for messages."""

    file: zipfile.ZipFile
    path: str

    @property
    def names(self) -> list[str]:
        """List the names of the parts."""
        return self.file.namelist()

    def read(self, name: str) -> bytes:
        """Read a part; raises NewslintError if it is missing, damaged or too large."""
        try:
            with self.file.open(name) as part:
                data = part.read(MAX_PART + 1)
        except KeyError:
            raise NewslintError.of(f"the archive has no part '{name}'", path=self.path) from None
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError) as error:
            raise _damaged(self.path, error) from None
        if len(data) > MAX_PART:
            raise NewslintError.of(
                f"the part '{name}' unpacks to more than {MAX_PART:,} bytes", path=self.path
            )
        return data


def open_archive(data: bytes, path: str, kind: str) -> Archive:
    """Open the archive that a `kind` of document is; raises NewslintError if it is none."""
    if data.startswith(_OLE):
        raise NewslintError.of(
            f"not {kind} but an old or a password-protected document",
            path=path,
            hint="save it anew without a password",
        )
    if not data.startswith(b"PK"):
        raise NewslintError.of(f"not {kind}, whatever its name says", path=path)
    try:
        file = zipfile.ZipFile(io.BytesIO(data))
        entries = file.infolist()
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError) as error:
        raise _damaged(path, error) from None
    _check(entries, path)
    return Archive(file, path)


def _check(entries: list[zipfile.ZipInfo], path: str) -> None:
    if len(entries) > MAX_PARTS:
        raise NewslintError.of(f"the archive has more than {MAX_PARTS:,} parts", path=path)
    if sum(entry.file_size for entry in entries) > MAX_TOTAL:
        raise NewslintError.of(f"the archive unpacks to more than {MAX_TOTAL:,} bytes", path=path)
    for entry in entries:
        name = entry.filename
        if name.startswith("/") or "\\" in name or ".." in name.split("/") or ":" in name:
            raise NewslintError.of(
                f"the archive has a part with the unsafe name '{name[:80]}'", path=path
            )
        if entry.flag_bits & _ENCRYPTED:
            raise NewslintError.of(
                "the document is password-protected", path=path, hint="save it without a password"
            )


def _damaged(path: str, error: Exception) -> NewslintError:
    return NewslintError.of(f"the archive is damaged or cut off: {error}", path=path)

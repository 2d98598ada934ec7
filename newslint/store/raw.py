"""Read and write the bytes of files; every failure names the file."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING

from newslint.errors import NewslintError
from newslint.lazily import Lazily

if TYPE_CHECKING:
    import shutil
    import tempfile
else:
    shutil = Lazily("shutil")  # it brings every way to pack files
    tempfile = Lazily("tempfile")


def read_bytes(path: Path, max_size: int) -> bytes:
    """Read a file of at most `max_size` bytes; raises NewslintError."""
    try:
        with path.open("rb") as file:
            found = os.fstat(file.fileno())
            if stat.S_ISREG(found.st_mode) and found.st_size > max_size:
                raise too_large(path.as_posix(), found.st_size, max_size)
            return file.read()
    except OSError as error:
        raise unreadable(path, error) from None


def read_text(path: Path) -> str:
    """Read a UTF-8 file; raises NewslintError that names it."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise NewslintError.of(f"cannot be read: {error.strerror}", path=str(path)) from None
    except UnicodeDecodeError:
        raise NewslintError.of("is not UTF-8", path=str(path), hint="save it as UTF-8") from None


def unreadable(path: Path, error: OSError) -> NewslintError:
    """Say that a file or folder cannot be read."""
    return NewslintError.of(f"cannot be read: {reason(error)}", path=path.as_posix())


def too_large(path: str, size: int, max_size: int) -> NewslintError:
    """Say that a file is above the limit; both in bytes."""
    return NewslintError.of(
        f"the file has {size:,} bytes, more than the {max_size:,} allowed",
        path=path,
        hint="raise max_size to check it",
    )


def write_bytes(path: Path, data: bytes) -> None:
    """Write a file in one step, so that nobody ever sees half of it; raises NewslintError.

    A link is followed, the file's mode is kept, and what is no regular file (a device, a pipe) is
    written to directly.
    """
    try:
        target = path.resolve()
        if target.exists() and not target.is_file():
            with target.open("wb") as file:
                file.write(data)
        else:
            _replace(target, data)
    except OSError as error:
        raise NewslintError.of(
            f"cannot be written: {reason(error)}", path=path.as_posix()
        ) from None


def _replace(target: Path, data: bytes) -> None:
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        if target.exists():
            shutil.copymode(target, temporary)
        else:
            temporary.chmod(0o666 & ~_umask())
        temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def reason(error: OSError) -> str:
    """Put an operating system's error into a few words."""
    return error.strerror or str(error)

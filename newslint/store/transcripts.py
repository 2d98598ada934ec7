"""Read the transcripts that quotations are verified against, from files of any format."""

from __future__ import annotations

import os.path
import stat
from collections.abc import Iterable, Mapping
from pathlib import Path

from newslint.errors import NewslintError, Problem
from newslint.readers import ReadOptions, read
from newslint.readers.base import TRANSCRIPTS as KEY
from newslint.record import Record
from newslint.store.raw import read_bytes, unreadable

#: Transcripts of long hearings are large, and they are read once.
_MAX_SIZE = 100_000_000


class Heard(Record):
    """What an article is held against: texts by name, and why some could not be read."""

    texts: Mapping[str, str]
    problems: tuple[Problem, ...] = ()


def load_transcripts(names: Iterable[str]) -> dict[str, str]:
    """Read the files of these names, each under its name; raises NewslintError about all of them.

    One that is empty is an error as much as one that is missing: nothing can be verified by it.
    """
    transcripts = {}
    problems: list[Problem] = []
    for name in names:
        try:
            transcripts[name] = _load(name)
        except NewslintError as error:
            problems += error.problems
    if problems:
        raise NewslintError(problems)
    return transcripts


def named_transcripts(
    metadata: Mapping[str, str], path: str, given: Mapping[str, str], *, local: bool = True
) -> Heard:
    """Add to the transcripts given those that an article's front matter names.

    Their paths start from the folder of the article at `path`. Those that cannot be read are
    problems of the article. Where the article is not `local`, as one that was sent to a server,
    no file is read: what it names must be among those given.
    """
    names = metadata.get(KEY, "").split("\n") if KEY in metadata else []
    if not names:
        return Heard(given)
    texts = dict(given)
    problems: list[Problem] = []
    for name in names:
        try:
            texts.update(_beside(name, path) if local else _sent(name, given))
        except NewslintError as error:
            problems += (
                Problem(f"transcript {each.where}: {each.message}", path, hint=each.hint)
                for each in error.problems
            )
    return Heard(texts, tuple(problems))


def _beside(name: str, path: str) -> dict[str, str]:
    """Read a file that an article names; a device or pipe might never end."""
    file = Path(os.path.normpath(Path(path).parent / name))
    try:
        regular = stat.S_ISREG(file.stat().st_mode)
    except OSError as error:
        raise unreadable(file, error) from None
    except ValueError:  # characters that no file name can hold
        raise NewslintError.of("is no name of a file", path=ascii(name)) from None
    if not regular:
        raise NewslintError.of("is no file", path=file.as_posix())
    return load_transcripts([file.as_posix()])


def _sent(name: str, given: Mapping[str, str]) -> dict[str, str]:
    if name in given:
        return {}
    hint = "send its text with the article"
    raise NewslintError.of("is not read from here", path=name, hint=hint)


def _load(name: str) -> str:
    options = ReadOptions(max_size=_MAX_SIZE)
    file = read(read_bytes(Path(name), _MAX_SIZE), name, options)
    text = "\n\n".join(document.text for document in file.documents)
    problems = list(file.problems)
    if not text.strip():
        problems.append(Problem("the transcript is empty", name))
    if problems:
        raise NewslintError(problems)
    return text

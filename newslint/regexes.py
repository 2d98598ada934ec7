"""Patterns of newslint's own code, compiled when first used, or not at all.

Compiling the patterns of every layer takes longer than checking an article. `regex` can hand out
the program of a compiled pattern as plain data and take it back a hundred times faster, so a front
door may give what an earlier run compiled to `adopt`, and ask `fresh` for what is new.
"""

from __future__ import annotations

import copyreg
from collections.abc import Callable, Iterator
from typing import Any, cast

import regex

from newslint.record import Record

IGNORECASE = int(regex.IGNORECASE)
MULTILINE = int(regex.MULTILINE)
DOTALL = int(regex.DOTALL)
VERBOSE = int(regex.VERBOSE)


class Program(Record):
    """A compiled pattern as data: what it was made from, and what `regex` makes it from again."""

    source: str
    flags: int
    parts: tuple[Any, ...]


#: Gives the parts of the program of a pattern (source, flags), or None.
Find = Callable[[str, int], tuple[Any, ...] | None]

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "sub", "split")


def _nothing(_source: str, _flags: int) -> None:
    return None


# Programs are functions of source and flags alone: keeping them changes no result.
_find: Find = _nothing
_fresh: list[Program] = []
_disassemble = copyreg.dispatch_table[type(regex.compile(""))]
_assemble = cast("Any", _disassemble(regex.compile("")))[0]


class _Lazy:
    """Stands for a pattern until one of its methods is asked for."""

    def __init__(self, source: str, flags: int) -> None:
        self._source = source
        self._flags = flags

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401
        found = program(self._source, self._flags)
        for method in _METHODS:
            setattr(self, method, getattr(found, method))
        return getattr(found, name)


def compiled(source: str, flags: int = 0) -> regex.Pattern[str]:
    """Return a pattern that is compiled when it is first used."""
    return cast("regex.Pattern[str]", _Lazy(source, flags))


def adopt(find: Find) -> None:
    """Take programs that an earlier run of the same `regex` compiled, where `find` has them."""
    global _find  # noqa: PLW0603
    _find = find


def fresh() -> Iterator[Program]:
    """Yield the programs that had to be compiled since this was last asked."""
    while _fresh:
        yield _fresh.pop()


def program(source: str, flags: int) -> regex.Pattern[str]:
    """Compile a pattern, or take it from what was adopted; raises `regex.error`."""
    parts = _find(source, flags)
    if parts is not None:
        return cast("regex.Pattern[str]", _assemble(*parts))
    made = regex.compile(source, flags | regex.V0)
    _fresh.append(Program(source, flags, cast("Any", _disassemble(made))[1]))
    return made

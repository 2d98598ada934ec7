"""What a choice of rules comes to, apart from how rules are read."""

from __future__ import annotations

from collections.abc import Iterable
from fnmatch import fnmatchcase

from newslint.errors import NewslintError, Problem
from newslint.record import Record
from newslint.rulebook import RuleSet


class UsageError(NewslintError):
    """What was asked for does not exist, so that there is no point in going on."""


class Chosen(Record):
    """The rules that speak, the broken ones, and every id that could be named.

    `packs` are the folders of the packs that were read for it.
    """

    ruleset: RuleSet
    problems: tuple[Problem, ...]
    known: frozenset[str]
    packs: tuple[str, ...] = ()


def selected(rule_id: str, patterns: Iterable[str]) -> bool:
    """Tell whether an id is among ids and patterns such as `core/*`."""
    return any(fnmatchcase(rule_id, pattern) for pattern in patterns)

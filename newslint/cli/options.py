"""Types of command-line values; what is wrong with one is said with a suggestion."""

from __future__ import annotations

from argparse import ArgumentTypeError
from collections.abc import Callable, Iterable
from datetime import date

from newslint.config import field_problem, parse_size
from newslint.errors import did_you_mean


def one_of(what: str, choices: Iterable[str]) -> Callable[[str], str]:
    """Return a type that takes one of the choices."""
    known = sorted(choices)

    def convert(value: str) -> str:
        if value in known:
            return value
        raise _wrong(f"there is no {what} '{value}'", did_you_mean(value, known))

    return convert


def day(value: str) -> date:
    """Convert a date such as 2026-01-31."""
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise ArgumentTypeError(f"'{value}' is not a date like 2026-01-31") from None


def size(value: str) -> int:
    """Convert a size such as 10MB to bytes."""
    try:
        return parse_size(value)
    except ValueError as error:
        raise ArgumentTypeError(str(error)) from None


def count(value: str) -> int:
    """Convert a number of 1 or more."""
    if not value.isdigit() or int(value) < 1:
        raise ArgumentTypeError(f"'{value}' is not a number of 1 or more")
    return int(value)


def number(value: str) -> int:
    """Convert a number from 0 on."""
    if value.isdigit():
        return int(value)
    raise ArgumentTypeError(f"'{value}' is not a number like 20")


def names(value: str) -> list[str]:
    """Split `a,b` into its names."""
    return [name for part in value.split(",") if (name := part.strip())]


def key_and_field(value: str) -> tuple[str, str]:
    """Split `KEY=FIELD` into a key of a JSON item and a part of the article."""
    key, equals, part = value.partition("=")
    if not key or not equals:
        raise ArgumentTypeError(f"'{value}' is not KEY=FIELD, such as text=body")
    if problem := field_problem(part):
        raise _wrong(*problem)
    return key, part


def report(value: str) -> tuple[str, str]:
    """Split `FORMAT:FILE` into a report format and a file, empty for standard output."""
    from newslint.reporters import FORMATS

    name, _, file = value.partition(":")
    return one_of("report format", FORMATS)(name), file


def _wrong(message: str, hint: str) -> ArgumentTypeError:
    return ArgumentTypeError(f"{message} ({hint})" if hint else message)

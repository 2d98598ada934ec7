"""Suppressions in comments: `newslint-disable pack/rule -- reason`."""

from __future__ import annotations

import re

from newslint.document import Directive
from newslint.errors import Problem, did_you_mean
from newslint.span import LineIndex, Span

_ACTIONS = ("disable", "enable", "disable-next")
_DIRECTIVE = re.compile(r"\s*newslint-(?P<action>[\w-]+)(?P<rest>.*)", re.DOTALL)
_REASON = re.compile(r"\s+--\s*|^--\s*")


def directive(comment: str, span: Span, position: int) -> Directive | str | None:
    """Read the words of a comment that stands at `span` of the source.

    Returns the suppression, None for any other comment, or what is wrong with it.
    """
    match = _DIRECTIVE.fullmatch(comment)
    if match is None:
        return None
    action = match["action"].lower()
    if action not in _ACTIONS:
        hint = did_you_mean(f"newslint-{action}", [f"newslint-{each}" for each in _ACTIONS])
        return f"unknown comment 'newslint-{action}': {hint}"
    names, *reason = _REASON.split(match["rest"], maxsplit=1)
    rules = tuple(names.replace(",", " ").split())
    return Directive(action, rules, " ".join(" ".join(reason).split()), span, position)


def comment_problem(message: str, span: Span, source: str, path: str) -> Problem:
    """Make a problem of a comment that cannot be understood."""
    lines = LineIndex(source)
    place = lines.position(span.start)
    return Problem(
        message, path, place.line, place.column, excerpt=lines.line(place.line).of(source)
    )

"""Errors for people: what is wrong, in which file, line and column, and what to do."""

from __future__ import annotations

from collections.abc import Iterable

from newslint.record import Record


class Problem(Record):
    """Something that kept newslint from doing its work: never a finding, so nothing can hide it.

    `line` and `column` count from 1; 0 means that the place is not known. `hint` says what to do,
    `excerpt` is the offending source line, `rule` the id of the rule at fault, if one is.
    """

    message: str
    path: str = ""
    line: int = 0
    column: int = 0
    hint: str = ""
    rule: str = ""
    excerpt: str = ""

    @property
    def where(self) -> str:
        """Name the place as `path:line:column`, leaving out what is not known."""
        parts = [self.path or "newslint"]
        if self.line:
            parts.append(str(self.line))
            if self.column:
                parts.append(str(self.column))
        return ":".join(parts)

    def __str__(self) -> str:
        rule = f" [{self.rule}]" if self.rule else ""
        hint = f" ({self.hint})" if self.hint else ""
        return f"{self.where}: error: {self.message}{rule}{hint}"


class NewslintError(Exception):
    """Carries one or more problems to the front door, which prints them and exits with 2."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))

    def __reduce__(self) -> tuple[type[NewslintError], tuple[tuple[Problem, ...]]]:
        """Travel between processes whole."""
        return type(self), (self.problems,)

    @classmethod
    def of(
        cls,
        message: str,
        *,
        path: str = "",
        line: int = 0,
        column: int = 0,
        hint: str = "",
        excerpt: str = "",
    ) -> NewslintError:
        """Make an error of one problem."""
        problem = Problem(message, path, line, column, hint, excerpt=excerpt)
        return cls([problem])


def own_fault(path: str, error: Exception) -> Problem:
    """Make the problem of a file whose check failed for no fault of the file's."""
    return Problem(
        f"could not be checked: {type(error).__name__}: {error}",
        path,
        hint="this is a fault of newslint: please report it",
    )


def closest(word: str, choices: Iterable[str]) -> str:
    """Return the choice that `word` was probably meant to be, or an empty string."""
    from difflib import get_close_matches  # only on the error path

    found = get_close_matches(word, sorted(choices), n=1, cutoff=0.6)
    return found[0] if found else ""


def did_you_mean(word: str, choices: Iterable[str]) -> str:
    """Phrase the closest choice as a hint, or list the choices when none is close."""
    known = sorted(choices)
    best = closest(word, known)
    if best:
        return f"did you mean '{best}'?"
    return f"known: {', '.join(known)}" if 0 < len(known) <= 12 else ""

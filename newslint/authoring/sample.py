"""Make a text that a pattern matches, for the example of an imported rule."""

from __future__ import annotations

import regex

_CLASSES = {"d": "1", "w": "a", "s": " ", "D": "a", "W": " ", "S": "a"}
#: Patterns of imported rules have no need of more.
_LONGEST = 400


class _Unknown(Exception):  # noqa: N818 (no error: the pattern is too much for this module)
    """Raised on syntax that is not understood."""


def sample(source: str) -> str:
    """Return a sentence with `[[ ]]` around what a pattern matches, or nothing if none is found.

    Takes the first of alternatives and the fewest of repetitions.
    """
    try:
        sentence = f"So {_Sampler(source).sample()} it was."
        program = regex.compile(source, regex.V0 | regex.IGNORECASE)
    except (_Unknown, regex.error):
        return ""
    matches = [match for match in program.finditer(sentence) if match.group()]
    if len(matches) != 1 or not matches[0].group().strip():
        return ""
    start, end = matches[0].span()
    return f"{sentence[:start]}[[{sentence[start:end]}]]{sentence[end:]}"


class _Sampler:
    """Reads a pattern from left to right and writes what it would match."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._position = 0

    def sample(self) -> str:
        if len(self._source) > _LONGEST:
            raise _Unknown
        found = self._alternatives()
        if self._position < len(self._source):
            raise _Unknown
        return found

    def _peek(self) -> str:
        return self._source[self._position : self._position + 1]

    def _alternatives(self) -> str:
        """Read up to a closing bracket; of alternatives the first that is not empty counts."""
        found = [self._sequence()]
        while self._peek() == "|":
            self._position += 1
            found.append(self._sequence())
        return next(filter(None, found), "")

    def _sequence(self) -> str:
        parts = []
        while self._peek() not in ("", "|", ")"):
            parts.append(self._repeated(self._atom()))
        return "".join(parts)

    def _repeated(self, atom: str) -> str:
        quantifier = regex.compile(r"([*+?]|\{(\d+)(?:,\d*)?\})[?+]?").match(
            self._source, self._position
        )
        if quantifier is None:
            return atom
        self._position = quantifier.end()
        if quantifier[2]:
            return atom * int(quantifier[2])
        return atom if quantifier[1] == "+" else ""

    def _atom(self) -> str:
        char = self._peek()
        self._position += 1
        if char == "(":
            return self._group()
        if char == "[":
            return self._class()
        if char == "\\":
            return self._escape()
        if char in "^$":
            return ""
        return "a" if char == "." else char

    def _escape(self) -> str:
        char = self._peek()
        self._position += 1
        if char in ("b", "B", "A", "Z", "z"):
            return ""
        if char.isdigit() or char in ("p", "P", "g", "k"):
            raise _Unknown
        return _CLASSES.get(char, char)

    def _group(self) -> str:
        look = regex.compile(r"\?(?:<?[=!])").match(self._source, self._position)
        if look:
            self._position = look.end()
        elif name := regex.compile(r"\?(?:P?<\w+>|[a-zA-Z-]*:|>)").match(
            self._source, self._position
        ):
            self._position = name.end()
        elif flags := regex.compile(r"\?[a-zA-Z]+\)").match(self._source, self._position):
            self._position = flags.end()
            return ""
        elif self._peek() == "?":
            raise _Unknown
        inner = self._alternatives()
        if self._peek() != ")":
            raise _Unknown
        self._position += 1
        # What must stand around is written down too; what must not is left out.
        return "" if look and look.group().endswith("!") else inner

    def _class(self) -> str:
        match = regex.compile(r"(\^?)(\]?(?:\\.|[^\]\\])*)\]").match(self._source, self._position)
        if match is None:
            raise _Unknown
        self._position = match.end()
        program = regex.compile(f"[{match[1]}{match[2]}]", regex.V0)
        return next((char for char in "aA1 -,.'’sbcdefghz" if program.match(char)), match[2][:1])

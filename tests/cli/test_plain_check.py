"""A check without options starts without a parser, and does what the parser would ask for."""

from __future__ import annotations

from newslint.cli.check import plain
from newslint.cli.parser import parser_of


def test_a_plain_check_has_what_the_parser_would_give() -> None:
    parsed = parser_of(["check"]).parse_args(["check", "a.txt", "b.md"])
    assert vars(plain(["a.txt", "b.md"])) == vars(parsed)

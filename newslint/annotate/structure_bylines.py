"""The byline: who wrote it, where, for whom."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from newslint.annotate.structure_lines import DAY
from newslint.lazily import Lazily
from newslint.record import Record
from newslint.regexes import compiled
from newslint.span import Span

if TYPE_CHECKING:
    import regex
else:
    regex = Lazily("regex")


class Byline(Record):
    """The parts of a byline. `names` are the spans of the writers' names within `text`."""

    text: str
    names: tuple[Span, ...]
    place: str = ""
    credit: str = ""


_PARTICLE = (
    r"(?:de|da|del|della|der|den|di|do|dos|du|el|la|le|van|von|bin|bint|ibn|ben|al|ter|ten|zu|y|af)"
)
_WORD = r"(?:(?:al|el|as|ad|an)[-‐‑])?\p{Lu}[\p{L}\p{M}'’.‐‑-]*"
NAME = rf"{_WORD}(?: (?:{_PARTICLE} ){{0,2}}{_WORD}){{1,4}}(?:,? (?:Jr|Sr|II|III)\.?)?"
_ROLE = (
    r"(?i:(?:(?:senior|chief|staff|special|political|national|foreign|contributing|deputy|managing|"
    r"associate|assistant|executive|news|sports|business|health|science|environment|education|"
    r"technology|arts|opinion|guest|bureau|city|metro|legal|economics|diplomatic|\w+) ){0,3}"
    r"(?:correspondents?|reporters?|writers?|editors?|staff|columnists?|critics?|journalists?|"
    r"contributors?|chief))"
)
_AGENCIES = (
    r"(?:(?:The )?Associated Press|AP|Reuters|REUTERS|AFP|Agence France-Presse|UPI|"
    r"United Press International|PA Media|Press Association|dpa|DPA|Bloomberg(?: News)?|TASS|"
    r"Xinhua|ANSA|EFE|Kyodo|PTI|ANI|AAP|IANS|CNN|USA TODAY|Staff(?: and agencies)?|Wire reports)"
)
_INTRODUCED = (
    r"(?i:(?:(?:words|text|story|report|analysis|interview|opinion|review) )?by|"
    r"(?:written|co-?written|co-?authored|reported|posted|submitted|guest post|post written|"
    r"this post was written) by|"
    r"von|par)"
)


@cache
def _byline() -> regex.Pattern[str]:
    names = rf"{NAME}(?:(?:, | and | & |, and | with ){NAME})*"
    place = rf"in {_WORD}(?:,? (?:{_PARTICLE} )?{_WORD})*"
    outlet = rf"(?:[Tt]he )?{_WORD}(?: (?:(?:of|and|the|for) )?{_WORD}){{0,5}}"
    # What a page adds to it: its date, how often it was seen, where it is filed.
    counted = rf"(?: ?[|•]? (?:[\d,]+(?: views| comments)?|{DAY}|{NAME}))+(?: \| [\w ]+)?"
    parted = r"(?:\s?[,;|/•·–—-]\s?|\s+)(?:for |at |of )?"
    tail = rf"(?P<tail>{parted}(?:(?:the )?{_ROLE}|{_AGENCIES}|{place}|{outlet}))*"
    titled = rf"(?:(?:the )?{_ROLE} |(?:Dr|Prof|Sir|Rev)\.? )?{names}"
    who = rf"(?P<names>{titled}|{_WORD}|{_AGENCIES}(?: staff)?|(?:[Oo]ur )?{_ROLE})"
    return compiled(rf"(?:[-–—•] ?)?{_INTRODUCED}:? {who}(?:{tail}|{counted})[.,;:|]?")


@cache
def _credit_line() -> regex.Pattern[str]:
    who = rf"(?:{_AGENCIES}|(?:[Oo]ur |(?:{_WORD} )+)?{_ROLE})"
    return compiled(rf"{who}(?:,? {_AGENCIES}| reports?)?\.?")


@cache
def _signed_role() -> regex.Pattern[str]:
    """Return lines such as "Staff Writer; Ines Park"."""
    return compiled(rf"{_ROLE} ?[;:|,–—-] {NAME}|{NAME} ?[;:|–—-] {_ROLE}")


@cache
def _agency() -> regex.Pattern[str]:
    return compiled(rf"(?:(?i:associated press)|{_AGENCIES})(?:/\p{{Lu}}[\p{{L}} .]+)?\.?")


@cache
def _names() -> regex.Pattern[str]:
    return compiled(NAME)


@cache
def _introduction() -> regex.Pattern[str]:
    return compiled(rf"(?:[-–—•] ?)?{_INTRODUCED}:? ")


def is_byline(line: str) -> bool:
    """Tell whether a line is a byline with its "By"."""
    return len(line) <= 400 and _byline().fullmatch(line) is not None


def is_credit(line: str) -> bool:
    """Tell whether a line names an agency or a role alone, as the line below a byline does."""
    return len(line) <= 80 and _credit_line().fullmatch(line) is not None


def is_agency(line: str) -> bool:
    """Tell whether a line names an agency and nothing else, as a picture's credit does."""
    return len(line) <= 40 and _agency().fullmatch(line) is not None


def is_signed_off(line: str) -> bool:
    """Tell whether a line is a dash and an agency, as at the end of copy that was taken over."""
    return line[:1] in "-–—" and is_agency(line.lstrip("-–— "))


def is_role_and_name(line: str) -> bool:
    """Tell whether a line holds a role and a name, parted by a mark, and nothing else."""
    return len(line) <= 80 and _signed_role().fullmatch(line) is not None


def is_name(line: str) -> bool:
    """Tell whether a line looks like nothing but a person's name, two to four words."""
    if len(line) > 50 or line.endswith(".") or line.count(" ") > 3 or line[:3].lower() == "by ":
        return False
    return _names().fullmatch(line) is not None


def read_byline(line: str) -> Byline:
    """Take a byline apart; what it cannot read it leaves out."""
    start = 0
    opening = _introduction().match(line)
    if opening:
        start = opening.end()
    rest = regex.search(r"\bin (\p{Lu}.*)$", line[start:])
    end = start + rest.start() if rest else len(line)
    names = [
        _unstopped(line, Span(*match.span()))
        for match in _names().finditer(line, start, end)
        if not _credit_line().fullmatch(match.group())
        and not _credit_line().fullmatch(line[match.start() : end])
    ]
    return Byline(line, tuple(names), rest[1].rstrip(".") if rest else "")


_ABBREVIATED = compiled(r"(?:\b\p{Lu}|\b(?:Jr|Sr|St))\.$")


def _unstopped(line: str, name: Span) -> Span:
    """Return a name without the stop that closes its line."""
    words = name.of(line)
    if not words.endswith(".") or _ABBREVIATED.search(words):
        return name
    return Span(name.start, name.end - 1)

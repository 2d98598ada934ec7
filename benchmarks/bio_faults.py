"""Ways in which a bio goes wrong, each made on purpose in a bio that is right."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import regex

from newslint.span import Span


class Faulty(NamedTuple):
    """A bio with one fault: the text, where the fault stands, and the byline above the article."""

    text: str
    span: Span
    byline: str = ""


Fault = Callable[[str], Faulty | None]
_NAME = r"\p{Lu}[\p{L}'’.-]+(?: \p{Lu}[\p{L}'’.-]+){1,3}"
_SUBJECT = rf"(?:He|She|They|{_NAME})"
_PREPOSITION = regex.compile(
    r"(?<=(?!of|from|for|at|in|by|to|as|and|with|about|the|a|an\b)\b\p{Ll}{4,}) "
    r"(at|for|from|in|since|with|and|about|of) (?=[\p{L}\d])"
)
_ROLES = {
    "editor-in-chief": "chief-editor",
    "senior reporter": "senior-reporter",
    "staff writer": "staff-writer",
    "deputy editor": "deputy-editor",
    "correspondent": "correspondant",
    "columnist": "columinst",
    "journalist": "jounalist",
    "reporter": "reportor",
    "editor": "chief-editor",
    "writer": "writter",
}


def drop_subject(text: str) -> Faulty | None:
    """Take the subject from the last sentence that has one."""
    found = list(
        regex.finditer(rf"(?:^|(?<=[.!?]['”\"]? )){_SUBJECT} (?=(?:has |is |was )?\p{{Ll}}+)", text)
    )
    if not found:
        return None
    match = found[-1]
    rest = text[match.end() :]
    changed = text[: match.start()] + rest[0].upper() + rest[1:]
    return Faulty(changed, Span(match.start(), match.start() + rest.find(" ")))


def drop_verb(text: str) -> Faulty | None:
    """Make a note of the first sentence: "Reporter at the Post."."""
    match = regex.match(rf"{_NAME} is (?:(?:an?|the) )?(?=\p{{Ll}}+ )", text)
    if match is None:
        return None
    rest = text[match.end() :]
    end = rest.find(". ")
    return Faulty(rest[0].upper() + rest[1:], Span(0, end if end > 0 else len(rest)))


def leave_label(text: str) -> Faulty | None:
    """Leave the label of the form in front."""
    return Faulty(f"Author: {text}", Span(0, 7))


def stray_capital(text: str) -> Faulty | None:
    """Give a preposition behind a small word a capital."""
    match = _PREPOSITION.search(text)
    if match is None:
        return None
    word = match[1].capitalize()
    return Faulty(text[: match.start(1)] + word + text[match.end(1) :], Span(*match.span(1)))


def drop_stop(text: str) -> Faulty | None:
    """Take the last full stop, where no address ends the bio."""
    if not text.endswith(".") or regex.search(r"(?:@\S+|\.\w+)\.$", text):
        return None
    return Faulty(text[:-1], Span(text.rfind(" ") + 1, len(text) - 1))


def mangle_role(text: str) -> Faulty | None:
    """Write the role as no newsroom does."""
    for role, mangled in _ROLES.items():
        match = regex.search(rf"\b{role}\b(?!-)", text)
        if match is not None:
            changed = text[: match.start()] + mangled + text[match.end() :]
            return Faulty(changed, Span(match.start(), match.start() + len(mangled)))
    return None


def future_date(text: str) -> Faulty | None:
    """Put a year that has not come: in place of one, or in a sentence of its own."""
    match = regex.search(r"(?<=\b(?:since|in|from) (?:\p{Lu}\p{Ll}+ )?)(?:19|20)\d\d\b", text)
    if match is not None:
        return Faulty(text[: match.start()] + "2068" + text[match.end() :], Span(*match.span()))
    added = f"{text} She joined in March 2068."
    return Faulty(added, Span(len(added) - 5, len(added) - 1))


def other_name(text: str) -> Faulty | None:
    """Give the byline a name that one letter parts from the bio's."""
    match = regex.match(_NAME, text)
    if match is None or regex.match(r"(?:Mr|Ms|Mrs|Miss|Dr|The)\b", match.group()):
        return None
    first, last = match.group().rsplit(" ", 1)
    if len(last) < 3:
        return None
    byline = f"{first} {last[:2]}{'n' if last[2] != 'n' else 'r'}{last[3:]}"
    return Faulty(text, Span(*match.span()), byline)


def break_contact(text: str) -> Faulty | None:
    """Break an address in the bio, or in one that is added."""
    if "@" not in text:
        text = f"{text} Write to desk@tarnpost.example.org."
    match = regex.search(r"(\w[\w.]*)@([\w.]+\w)|@(\w+)", text)
    if match is None:
        return None
    broken = f"{match[1]}@{match[2].split('.')[0]}" if match[1] else f"@ {match[3]}"
    changed = text[: match.start()] + broken + text[match.end() :]
    return Faulty(changed, Span(match.start(), match.start() + len(broken)))


def first_person(text: str) -> Faulty | None:
    """Let the writer speak."""
    match = regex.search(r"(?<=[.!?] )(?:He|She) (?:is|has|was) ", text)
    if match is None:
        return None
    verb = {"is": "am", "has": "have", "was": "was"}[match.group().split()[1]]
    changed = f"{text[: match.start()]}I {verb} {text[match.end() :]}"
    return Faulty(changed, Span(match.start(), match.start() + 1))


def editing_mark(text: str) -> Faulty | None:
    """Leave a mark of the desk in it."""
    return Faulty(f"{text} TK.", Span(len(text) + 1, len(text) + 3))


FAULTS: dict[str, Fault] = {
    each.__name__.replace("_", " "): each
    for each in (drop_subject, drop_verb, leave_label, stray_capital, drop_stop, mangle_role,
                 future_date, other_name, break_contact, first_person, editing_mark)
}  # fmt: skip

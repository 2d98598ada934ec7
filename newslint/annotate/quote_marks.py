"""Quotation marks one by one: which character opens, which closes, and which is no such mark."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from newslint.record import Record
from newslint.regexes import compiled


class Family(StrEnum):
    """Marks of one family close one another, in whatever style they are written."""

    DOUBLE = "double"
    SINGLE = "single"
    ANGLE = "angle"


class Role(StrEnum):
    """What a mark's neighbours make of it."""

    OPEN = "open"
    CLOSE = "close"
    EITHER = "either"  # opens unless one of its family is open
    WEAK = "weak"  # a single mark that closes, or an apostrophe at the end of a word
    INCH = "inch"  # closes, or stands for inches or seconds after a figure


class Mark(Record):
    """A quotation mark as written, with what its neighbours say of it."""

    start: int
    end: int
    text: str
    family: Family
    role: Role


# One set of characters to look for first, so that the search runs at full speed; apostrophes
# between letters are passed over by the pattern itself.
_MARK = compiled(
    r"[\"“”„‟«»‹›'‘’‚‛`]"
    r"(?:(?<=[\"“”„‟«»‹›])|(?<!\w.)|(?!\w)|(?<=[^\W\d_][,.?!].)(?=\w))"
)
_DOUBLED = frozenset("\"'‘’`")  # written twice, one mark: ''…''
_FAMILIES = {
    **dict.fromkeys('"“”„‟', Family.DOUBLE),
    **dict.fromkeys("«»‹›", Family.ANGLE),
}
_FEET = compiled(r"(?<![\w.,])\d{1,3}['’]\s?\d{1,2}$")
_OPENING = frozenset("“„‟‘‚‛«‹") | {"``", "‘‘"}
_CLOSING = frozenset("”’»›") | {"’’"}
_BEFORE_OPENING = frozenset("([{—–-/:=>*_~|…")
_AFTER_CLOSING = frozenset(".,;:!?)]}—–-/…<*_~|")
_NEVER_OPENED = frozenset(",;:!?)]}")
_ELISIONS = frozenset(
    "bout cause cos coz cuz em er fore fraid gainst im is n neath nough nother nuff round s scuse "
    "sup tain til till tis tisn twas tween twere twill twixt un ve ya".split()
)
_WORD = compiled(r"\w+")


def marks(text: str, start: int, end: int) -> Iterator[Mark]:
    """Yield the marks in a stretch of text that may open or close a quotation, in order."""
    before: Mark | None = None
    position = start
    for match in _MARK.finditer(text, start, end):
        at = match.start()
        if at < position:
            continue
        written = match.group()
        position = at + 1
        if written in _DOUBLED and text.startswith(written, position, end):
            position += 1
            written += written
        found = _mark(text, at, position, written, before)
        if at == start and found is not None and found.role is Role.CLOSE:
            found = found._replace(role=Role.OPEN)  # nothing stands before it to be closed
        if found is not None:
            yield found
            before = found


def _mark(text: str, start: int, end: int, written: str, before: Mark | None) -> Mark | None:
    family = _FAMILIES.get(written) or (Family.DOUBLE if len(written) > 1 else Family.SINGLE)
    opens, closes = _sides(text, start, end, before)
    if family is Family.SINGLE:
        role = _single_role(text, start, end, opens=opens, closes=closes)
        return None if role is None else Mark(start, end, written, family, role)
    if closes and start and text[start - 1].isdigit() and _is_inch(text, start, written):
        return Mark(start, end, written, family, Role.INCH)
    return Mark(start, end, written, family, _double_role(written, opens=opens, closes=closes))


def _is_inch(text: str, start: int, written: str) -> bool:
    return written == '"' or _FEET.search(text, max(0, start - 8), start) is not None


def _sides(text: str, start: int, end: int, before: Mark | None) -> tuple[bool, bool]:
    """Tell whether the neighbours let a mark open, and whether they let it close."""
    previous = text[start - 1] if start else " "
    following = text[end] if end < len(text) else " "
    if before is not None and before.end == start:
        after_open = before.role is Role.OPEN
        opens = after_open and not following.isspace()
    else:
        after_open = False
        opens = previous.isspace() or previous in _BEFORE_OPENING
        opens = opens and not following.isspace() and following not in _NEVER_OPENED
    closes = (
        not previous.isspace()
        and not after_open
        and (following.isspace() or following in _AFTER_CLOSING or not following.isalnum())
    )
    return opens, closes


def _double_role(written: str, *, opens: bool, closes: bool) -> Role:
    if opens != closes:
        return Role.OPEN if opens else Role.CLOSE
    if written in _OPENING:
        return Role.OPEN
    return Role.CLOSE if written in _CLOSING else Role.EITHER


def _single_role(text: str, start: int, end: int, *, opens: bool, closes: bool) -> Role | None:
    """Judge a single mark; None for an apostrophe."""
    written = text[start:end]
    if opens and written not in "’`" and not (closes and written == "'"):
        return None if _is_elision(text, end) else Role.OPEN
    if not closes or written in "‘`‚‛":
        return None
    previous = text[start - 1]
    following = text[end : end + 1]
    if previous.isdigit() and following.isspace() and text[end + 1 : end + 2].isdigit():
        return None  # feet, before inches
    if previous in "snNlo" and following.isspace():
        return Role.WEAK
    return Role.CLOSE


def _is_elision(text: str, end: int) -> bool:
    word = _WORD.match(text, end)
    if word is None:
        return False
    letters = word.group()
    if letters[:2].isdigit() and (len(letters) == 2 or letters[2:] == "s"):
        return True
    return letters.lower() in _ELISIONS

"""The foot of an article: who its writers are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from newslint import lexicon
from newslint.annotate.structure_bylines import NAME, is_name, is_role_and_name
from newslint.annotate.structure_lines import label_of, labelled_field
from newslint.annotate.structure_pieces import Pieces
from newslint.document import Field
from newslint.lazily import Lazily
from newslint.regexes import DOTALL, compiled, escape

if TYPE_CHECKING:
    import regex
else:
    regex = Lazily("regex")

#: How many blocks the foot may take.
FOOT = 12
_LONGEST_BIO = 1500
#: How many blocks a writer's signature and what stands below it may take.
_SIGNED = 4
_LONGEST_LINE = 200
Mark = tuple[Field, float]

_TITLE = r"(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Sir|Rev)\.? )"
_OPENER = r"(?:[-–—•*] ?)?"
_WHO = (
    rf"(?P<name>(?:{_TITLE}|(?:Associate|Assistant) Professor )?{NAME}|"
    r"\p{Lu}[\p{L}'’-]+(?: \p{Lu}\.)? [(“\"]\p{Lu}\p{L}+[)”\"] \p{Lu}[\p{L}'’-]+|"
    rf"{_TITLE}\p{{Lu}}[\p{{L}}'’-]+)"
    r"(?: \(@\w+\))?(?:,(?: [^,;!?]{2,140},)?)?"
)
_ADJECTIVES = r"(?:[\p{L}'’&-]+,? ){0,8}?"
_JOB = (
    r"(?i:reporter|correspondent|governor|senator|mayor|ambassador|writer|journalist|editor|"
    r"columnist|author|co-author|producer|critic|"
    r"blogger|photographer|contributor|freelancer?|novelist|essayist|anchor|host|publisher|"
    r"editor-in-chief|commentator|broadcaster|cartoonist|poet|"
    r"professor|lecturer|fellow|scholar|historian|economist|scientist|researcher|analyst|"
    r"classicist|philosopher|sociologist|director|president|founder|co-founder|chairman|"
    r"chairwoman|chair|partner|attorney|lawyer|physician|psychologist|psychiatrist|strategist|"
    r"consultant|officer|head|artist|illustrator|designer|engineer|nurse|chef|doctor|advocate|"
    r"activist|educator|teacher|student|intern|member of the \p{Lu}\w+ staff)s?"
)
_DOES = (
    r"(?:currently |previously |also |now |formerly )?"
    r"(?:covers|writes (?:about|on|for|from|a)|reports (?:on|for|from)|edits|lives in|teaches|"
    r"taught|served (?:as|in|on)|"
    r"leads the|heads the|runs the|graduated (?:from|with|in)|"
    r"works (?:as|for|at)|worked (?:as|for|at)|joined|blogs|serves (?:as|on)|hosts|resides|tweets|"
    r"has (?:written|covered|worked|reported|"
    r"been (?:an?|the|with|at|writing|covering|working|teaching|reporting))|"
    r"can be (?:reached|contacted|found|followed))"
)
_IS = (
    r"(?:is|are|was|has been|works as|serves as)(?: (?:also|currently|now))? "
    rf"(?:(?:an?|the|our|one of) )?{_ADJECTIVES}{_JOB}\b"
)
_CONTACT = (
    r"(?i:follow|e-?mail|reach|contact|find|write(?: to)?|send|connect with|tweet|call)"
    r"(?: \S+){0,5}? (?:on (?i:twitter|facebook|linkedin|instagram|x|bluesky|mastodon)|"
    r"at|to|via|@\w+|\S+@\S+).*"
)
_DROPPED = (
    r"(?:(?:He|She|They) )?(?i:previously |formerly )?"
    r"(?:(?i:graduated|graduate) (?i:from|of|in|with)|(?i:worked) (?i:as|for|at|in)|"
    r"(?i:studied) (?i:at|in|journalism)|(?i:born|lives|based) (?i:in)|"
    r"(?i:has )?(?i:been|covered|written|worked) .{0,40}\bsince|(?i:holds|earned) (?i:an?)|"
    r"(?i:winner|author) (?i:of)|(?i:writes) (?i:about|for)|(?i:covers) \p{L})\b.*"
)
_SIGNS = (
    r"@\w|\b(?i:on twitter|on facebook|is the author of|latest book|can be reached|is based in|"
    r"lives in|contributing (?:writer|editor)|staff writer|for this (?:paper|site|magazine)|"
    r"follow (?:him|her|them)|opinions expressed|views expressed|co-?author of)\b"
)


# A bio does not report what its subject says.
_SAYS = compiled(r"\b(?:says|said|told|adds|added)\b")
_OF_BIOS = (Field.BIO, Field.BYLINE)
_ABOUT = compiled(r"(?i)\W*about the (?:author|writer)s?\W*")


@cache
def _bio() -> regex.Pattern[str]:
    return compiled(rf"{_OPENER}{_WHO} (?:{_IS}|{_DOES}\b)")


@cache
def _contact() -> regex.Pattern[str]:
    return compiled(rf"{_OPENER}\(?{_CONTACT}")


@cache
def _dropped() -> regex.Pattern[str]:
    return compiled(_DROPPED, DOTALL)


@cache
def _signs() -> regex.Pattern[str]:
    """Return what seldom stands in a story's last paragraph and often in a bio."""
    return compiled(_SIGNS)


@cache
def _title_line() -> regex.Pattern[str]:
    """Return a name, a post and a place of work, with no verb between them."""
    return compiled(
        rf"{_OPENER}{NAME}, (?:[\p{{L}}-]+ ){{0,4}}(?i:professor|lecturer|reader|fellow|director|"
        r"researcher|scientist|chair|dean|candidate|economist|editor|PhD)\b[^.!?]{3,150}"
    )


@cache
def _person() -> regex.Pattern[str]:
    return compiled(rf"\b(?:him|her|them|me|the (?:author|writer|reporter)s?|{NAME})\b")


@cache
def _affiliation() -> regex.Pattern[str]:
    return compiled(r"(?:\p{L}+ ){0,3}(?:for|at|of|with|in) (?:[Tt]he )?\p{Lu}[\p{L} .&'’-]{1,40}")


def _is_affiliation(line: str) -> bool:
    return len(line) <= 60 and _affiliation().fullmatch(line) is not None


_GOES_ON = compiled(r"(?:He|She|They|His|Her|Their|Follow|Email|Read)\b")


def only_bio(pieces: Pieces, free: Sequence[int]) -> bool:
    """Tell whether a text is nothing but what an editing system holds of a writer."""
    if len(free) == 1:
        line = pieces.words(free[0])
        return _bio().match(line) is not None and _signs().search(line) is not None
    if not 1 < len(free) <= FOOT:
        return False
    fields: list[Field] = []
    for number in free:
        line = pieces.words(number)
        label = label_of(line)
        if label:
            fields.append(labelled_field(label))
        elif not (_dropped().match(line) or _bio().match(line) or _contact().fullmatch(line)):
            return False
    return Field.BIO in fields and set(fields) <= set(_OF_BIOS)


class Foot:
    """Judges the last pieces of one document, from the end upwards."""

    def __init__(self, pieces: Pieces, free: Sequence[int], bylines: Sequence[str]) -> None:
        self._pieces = pieces
        self._free = list(free)
        self._bylines = [each.casefold() for each in bylines]

    def marks(self) -> Iterator[tuple[int, Mark]]:
        """Yield the blocks that belong to a bio, each with how sure that is."""
        tail = self._free[-FOOT:]
        signed = list(self._signed(tail))
        yield from signed
        tail = tail[: len(tail) - len(signed)]
        labelled = self._labelled(tail)
        if labelled is not None:
            yield from ((index, (Field.BIO, 0.95)) for index in tail[tail.index(labelled) :])
            tail = tail[: tail.index(labelled)]
        pending: list[int] = []
        for index in reversed(tail):
            confidence = self._confidence(index)
            if confidence == 0:
                if not self._continues(index) or len(pending) > 1:
                    break
                pending.append(index)
                continue
            for each in pending:
                yield each, (Field.BIO, 0.6)
            pending = []
            yield index, (Field.BIO, confidence)

    def _signed(self, tail: Sequence[int]) -> Iterator[tuple[int, Mark]]:
        """Yield the lines with which a writer signs: a name, whom they write for, what they are."""
        for number in range(max(1, len(tail) - _SIGNED), len(tail)):
            below = [self._text(each) for each in tail[number + 1 :]]
            named = is_role_and_name(self._text(tail[number]))
            alone = self._is_signature(tail[number]) and all(map(_is_affiliation, below))
            if not (named or alone) or any(len(each) > _LONGEST_LINE for each in below):
                continue
            yield tail[number], (Field.BYLINE, 0.6)
            below_is = Field.BIO if named else Field.BYLINE
            yield from ((each, (below_is, 0.6)) for each in tail[number + 1 :])
            return

    def _is_signature(self, index: int) -> bool:
        """Tell whether a block is a writer's name and nothing else, below the story."""
        name = self._text(index).lstrip("-–—• ")
        return is_name(name) and name.split()[0].title() in lexicon.words("given-names")

    def _text(self, index: int) -> str:
        return self._pieces.words(index)

    def _labelled(self, tail: Sequence[int]) -> int | None:
        """Return the block at which labels begin that run to the end, below a story."""
        for number, index in enumerate(tail):
            text = self._text(index)
            label = label_of(text)
            about = not label and len(text) < 24 and _ABOUT.fullmatch(text)
            if not about and (not label or labelled_field(label) not in _OF_BIOS):
                continue
            rest = [self._text(each) for each in tail[number:]]
            if about and self._story_above(index):
                return index
            if max(map(len, rest)) <= _LONGEST_BIO and self._story_above(index) > sum(
                map(len, rest)
            ):
                return index
        return None

    def _story_above(self, index: int) -> int:
        """Count the characters of the story above a block."""
        return sum(len(self._text(each)) for each in self._free if each < index)

    def _confidence(self, index: int) -> float:
        """Say how surely a block at the foot is a bio: 0 where it is none."""
        text = self._text(index)
        if index == self._free[0]:
            return 0.0
        match = _bio().match(text)
        if match and match["name"].casefold() in self._bylines:
            return 0.95
        if len(text) > _LONGEST_BIO:
            return 0.0
        if match:
            name = match["name"]
            if self._is_in_story(name, index):
                return 0.0
            if _signs().search(text):
                return 0.9
            return 0.0 if _SAYS.search(text) else 0.8
        if len(text) <= 200 and _title_line().fullmatch(text):
            return 0.0 if self._is_in_story(text.partition(",")[0], index) else 0.6
        if len(text) <= 200 and _contact().fullmatch(text) and _person().search(text, 1):
            return 0.8 if _signs().search(text) or "@" in text else 0.0
        return 0.7 if len(text) <= 600 and _dropped().match(text) else 0.0

    def _is_in_story(self, name: str, index: int) -> bool:
        """Tell whether the story speaks of the person: then the block is about a source."""
        surname = name.rsplit(maxsplit=1)[-1]
        story = self._pieces.text[: self._pieces.blocks[index].span.start]
        return regex.search(rf"\b{escape(surname)}\b", story) is not None

    def _continues(self, index: int) -> bool:
        """Tell whether a block may go on with a bio that began above it."""
        text = self._text(index)
        return len(text) <= 400 and _GOES_ON.match(text) is not None

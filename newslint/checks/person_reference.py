"""How people are referred to: introduced, told apart, called by one form."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Annotated, Literal

from newslint.annotate.mentions import Mention, MentionKind, Mentions, Person, mentions
from newslint.annotate.names import FUNCTION_WORDS, titles
from newslint.annotate.person_names import never_people
from newslint.annotate.quotes import quotes
from newslint.annotate.structure import structure
from newslint.checks.base import DocumentCheck, Hit
from newslint.context import Context
from newslint.document import Document, Field
from newslint.finding import Related
from newslint.record import Record
from newslint.regexes import compiled, escape
from newslint.span import Span


class Parameters(Record):
    """The parameters of a person reference rule."""

    fault: Annotated[
        Literal["not-introduced", "surname-first", "first-name", "ambiguous", "courtesy"],
        "What is looked for: a surname without a full name anywhere, a surname before the full "
        "name, a first name alone after it, a bare surname that two people bear, or a courtesy "
        "title against the house's form.",
    ]
    courtesy: Annotated[
        Literal["never", "later", "one-form"],
        "Courtesy titles: none at all, on every later mention, or the same for one person.",
    ] = "one-form"
    words: Annotated[tuple[str, ...], "Names that need no introduction."] = ()
    single: Annotated[
        tuple[str, ...], "Titles whose bearers go by one name: Pope, Queen, Saint."
    ] = ()


#: Characters within which a reader looks back for whom a surname means.
_NEAR = 400
_Fault = Callable[[Document, Mentions], Iterator[Hit]]


class PersonReference(DocumentCheck[Parameters]):
    """Report one fault in how the body of an article refers to people."""

    kind = "person-reference"
    parameters_type = Parameters
    placeholders = frozenset({"found", "name", "other", "family"})
    needs_article = True

    def __init__(self, parameters: Parameters) -> None:
        super().__init__(parameters)
        self._faults: Mapping[str, _Fault] = {
            "not-introduced": self._not_introduced,
            "surname-first": _surname_first,
            "first-name": _first_name,
            "ambiguous": _ambiguous,
            "courtesy": self._courtesy,
        }

    def hits(self, document: Document, context: Context) -> Iterator[Hit]:
        """Report the fault that the rule looks for."""
        yield from self._faults[self.parameters.fault](document, document.layer(mentions))

    def _not_introduced(self, document: Document, layer: Mentions) -> Iterator[Hit]:
        for person in layer.people:
            if person.given or person.family in self.parameters.words:
                continue
            found = [each for each in layer.of(person) if _in_body(each, document)]
            titled = {
                each.before.of(document.text).split()[-1] for each in found if each.before.length
            }
            if found and titled.isdisjoint(self.parameters.single):
                yield Hit(found[0].span, _values(person, found[0], document))

    def _courtesy(self, document: Document, layer: Mentions) -> Iterator[Hit]:
        for person in layer.people:
            found = [each for each in layer.of(person) if _is_own(each, document)]
            titled = [each for each in found if _courtesy_title(each, document)]
            if self.parameters.courtesy == "never":
                for each in titled:
                    values = {**_values(person, each, document), "found": _title(each, document)}
                    yield Hit(each.before, values, "")
            elif titled:
                yield from self._without(person, found, document)
            elif self.parameters.courtesy == "later":
                yield from _untitled_speaker(person, found, document)

    def _without(
        self, person: Person, found: Sequence[Mention], document: Document
    ) -> Iterator[Hit]:
        """Report later bare surnames of somebody who has a courtesy title elsewhere."""
        later = [each for each in found if each.kind is MentionKind.FAMILY]
        bare = [each for each in later if not each.before.length and _names_one(each, document)]
        titled = [each for each in later if _courtesy_title(each, document)]
        rare = self.parameters.courtesy == "later" or len(bare) <= len(titled)
        if not titled or not bare or not rare:
            return
        other = titled[0].before.of(document.text) + titled[0].text
        for each in bare:
            values = _values(person, each, document) | {"other": other}
            yield Hit(each.span, values, related=(Related(titled[0].span, f"“{other}” here"),))


def _in_body(mention: Mention, document: Document) -> bool:
    segment = document.layer(structure).at(mention.span.start)
    return segment is not None and segment.field is Field.BODY


_NEXT = compiled(r" (\p{Ll}[\w-]*)")


def _names_one(mention: Mention, document: Document) -> bool:
    """Tell whether the name stands for the person and modifies no noun: Holt supporters."""
    match = _NEXT.match(document.folded, mention.span.end)
    word = match[1] if match else "is"
    return word in FUNCTION_WORDS or word.endswith("ed") or word in ("said", "told", "says")


def _is_own(mention: Mention, document: Document) -> bool:
    """Tell whether the writer, and no quoted speaker, names the person in the body."""
    return _in_body(mention, document) and not document.layer(quotes).quoted(mention.span)


def _courtesy_title(mention: Mention, document: Document) -> bool:
    return titles().get(_title(mention, document)) == "courtesy"


def _title(mention: Mention, document: Document) -> str:
    return mention.before.of(document.text).strip()


def _values(person: Person, mention: Mention, document: Document) -> dict[str, str]:
    return {
        "found": mention.span.of(document.text),
        "name": person.full,
        "family": person.family,
        "other": "",
    }


def _surname_first(document: Document, layer: Mentions) -> Iterator[Hit]:
    for person in layer.people:
        own = [each for each in layer.of(person) if _is_own(each, document)]
        own = [each for each in own if each.span.start > _first_block_end(document)]
        if not own or person.given[:1] == () or person.family in never_people():
            continue
        full = next((each for each in own if each.kind is MentionKind.FULL), None)
        if full and own[0].kind is MentionKind.FAMILY and _is_met(own[0], document):
            related = (Related(full.span, "named in full only here"),)
            yield Hit(own[0].span, _values(person, own[0], document), related=related)


_SPOKE = compiled(
    r" (?:said|says|told|tells|added|adds|wrote|writes|asked|asks|argued|argues|insisted|replied|"
    r"noted|declined|testified|announced|warned|explained|acknowledged|conceded|urged|denied)\b"
)


def _is_met(mention: Mention, document: Document) -> bool:
    """Tell whether a bare surname is surely a person's: one who speaks, or a Mr. or Mrs.

    Firms, places and shows bear surnames too, and “President Holt” is a husband or a wife.
    """
    if mention.before.length:
        return _courtesy_title(mention, document)
    return _SPOKE.match(document.folded, mention.span.end) is not None


def _untitled_speaker(
    person: Person, found: Sequence[Mention], document: Document
) -> Iterator[Hit]:
    """Report the first bare surname of somebody who speaks and is surely alive."""
    if not person.given or person.family in never_people():
        return
    for each in found:
        said = _SPOKE.match(document.folded, each.span.end)
        if said and each.kind is MentionKind.FAMILY and not each.before.length:
            values = _values(person, each, document) | {"other": f"Mr or Ms {person.family}"}
            yield Hit(each.span, values)
            return


#: Reporters keep the first names of children, and of people who have no other.
_CHILD = compiled(
    r",? (?:aged )?(?:\d|1[0-7])(?:,|-year-old| years old)"
    r"|, (?:a )?(?:son|daughter|child|toddler)\b"
)
_A_CHILD = compiled(r"\b(?:(?:\d|1[0-7])-year-old|boy|girl|toddler|baby|schoolboy|schoolgirl)[ ]$")


#: After a first name that stands for its bearer.
_ACTS = (
    r"(?:[ ](?:said|says|told|tells|added|adds|wrote|writes|was|is|has|had|will|would|did|left|"
    r"went|came|got|took|made|knew|began|argued|denied|asked|died|won|lost|[a-z]+ed)\b)"
)


#: Whose first name is the one to keep.
_ROYAL = compiled(
    r"\b(?:King|Queen|Prince|Princess|Sultan|Emperor|Empress|Pope|Saint|St|Sister|Brother|Emir|Sir|"
    r"Dame|Lady)\b"
)


def _first_name(document: Document, layer: Mentions) -> Iterator[Hit]:
    """Report the first name alone of somebody who was named in full before."""
    families = Counter(person.family for person in layer.people if person.given)
    for person in layer.with_own_first_name():
        own = [each for each in layer.of(person) if _is_own(each, document)]
        full = next((each for each in own if each.kind is MentionKind.FULL), None)
        if full is None or _ROYAL.search(full.before.of(document.text)):
            continue
        if families[person.family] == 1 and not _is_child(full, document):
            yield from _alone(person, full, document)


def _alone(person: Person, full: Mention, document: Document) -> Iterator[Hit]:
    """Yield the first place where a first name alone is the subject of a verb."""
    first = escape(person.given[0])
    pattern = compiled(rf"(?<![A-Z][\w'.-]*[ ])\b{first}(?={_ACTS})")
    for match in pattern.finditer(document.folded, full.span.end):
        span = Span(*match.span())
        segment = document.layer(structure).at(span.start)
        in_body = segment is not None and segment.field is Field.BODY
        if in_body and not document.layer(quotes).quoted(span):
            found = span.of(document.text)
            values = {"found": found, "name": person.full, "family": person.family, "other": ""}
            related = (Related(full.span, "named in full here"),)
            yield Hit(span, values, person.family, related=related)
            return


def _is_child(full: Mention, document: Document) -> bool:
    text, span = document.folded, full.span
    before = _A_CHILD.search(text, max(0, span.start - 24), span.start)
    return before is not None or _CHILD.match(text, span.end) is not None


def _first_block_end(document: Document) -> int:
    """Return where a headline ends that the text opens with."""
    return document.blocks[0].span.end if document.blocks else 0


def _ambiguous(document: Document, layer: Mentions) -> Iterator[Hit]:
    recent: dict[str, list[Mention]] = {}
    settled: set[str] = set()  # surnames that meant one person before another came in
    for mention in layer.mentions:
        family = layer.people[mention.person].family
        named = recent.setdefault(family, [])
        if mention.kind is MentionKind.FULL:
            named.append(mention)
            continue
        if family in settled or mention.before.length or not _is_own(mention, document):
            continue
        near = [each for each in named if _is_near(each, mention)]
        if _OF_THEM.match(document.folded, mention.span.end):
            continue
        settled.add(family)
        pair = _two_people(near)
        if pair is not None:
            yield _ambiguous_hit(mention, *pair, document, layer)


#: After a surname that stands for what belongs to its bearers, or for the next of them.
_OF_THEM = compiled(
    r" (?:\d|(?:campaign|camp|administration|supporter|voter|famil|aide|team|advis[eo]r|ally|"
    r"allies|official|foundation|era|years|presidency|donor|rally|rallies|fan|surrogate|staff|"
    r"backer|loyalist|delegate|brother|sister|sibling|couple|household|estate|case|trial|home|children))"
)


def _two_people(near: Sequence[Mention]) -> tuple[Mention, Mention] | None:
    """Return the last two full names of two people; one's with a word in front is one's still."""
    for second in reversed(near):
        for first in reversed(near):
            if first.person != second.person and not _same_name(first.text, second.text):
                return (first, second) if first.span < second.span else (second, first)
    return None


def _same_name(one: str, two: str) -> bool:
    """Tell whether two full names are one's: with a word in front, a hyphen, or a short form."""
    one, two = (_plain_name(each) for each in (one, two))
    first, second = sorted((one.split()[0], two.split()[0]), key=len)
    short = second.startswith(first) and second != f"{first}a"  # Eric is not Erica
    alike = one.endswith(f" {two}") or two.endswith(f" {one}") or one == two
    return alike or (short and one.split()[1:] == two.split()[1:])


def _plain_name(text: str) -> str:
    return text.removesuffix("'s").removesuffix("’s").replace("-", " ").lower()


def _is_near(full: Mention, mention: Mention) -> bool:
    return mention.span.start - full.span.end <= _NEAR


def _ambiguous_hit(
    mention: Mention, first: Mention, last: Mention, document: Document, layer: Mentions
) -> Hit:
    values = _values(layer.people[first.person], mention, document)
    related = tuple(Related(each.span, f"“{each.text}” here") for each in (first, last))
    return Hit(mention.span, values | {"name": first.text, "other": last.text}, related=related)

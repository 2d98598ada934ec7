"""A name that has its capital in one place of the article and lacks it in another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Annotated, NamedTuple

from newslint import lexicon
from newslint.annotate.mentions import MentionKind, mentions
from newslint.annotate.names import Name, names
from newslint.annotate.person_names import body_words, given_names, never_people
from newslint.annotate.sentences import sentences
from newslint.annotate.words import Token, words
from newslint.checks.base import DocumentCheck, Hit
from newslint.context import Context
from newslint.document import Document
from newslint.finding import Related
from newslint.regexes import compiled
from newslint.span import Span


class Parameters(NamedTuple):
    """The parameters of a rule about names in lower case."""

    words: Annotated[
        tuple[str, ...], "English words that are names wherever the article capitalises them."
    ] = ()
    common: Annotated[
        tuple[str, ...], "English words that stay words although somebody is called so."
    ] = ()
    shortest: Annotated[int, "Letters that a name must have at least."] = 4


_VERBS = compiled(
    r" (?:said|says|told|tells|wrote|has|had|is|was|will|would|did|does|won|lost|himself|herself|"
    r"(?!need|seed|speed|feed|breed|weed)\p{Ll}{3,}ed)\b"
)
_ENDS = compiled(
    r"[,.;?!]|$| (?:and|or|to|in|on|at|for|with|by|from|over|after|before|during|as|about|than|"
    r"when|while|because|who|supporters?)\b"
)
# Before a surname, but not before the verb or noun of the same letters.
_BEFORE = frozenset(
    "about after against among and as at because before behind beside between but by during for "
    "from if like near nor of off on or over said says since than that though toward towards under "
    "unless until when where whether while with without".split()
)
# Before the word itself, be it noun or verb.
_NO_NAME = frozenset(
    "a an any be been being can could do does each every had has have her his its may might more "
    "much must my no not our should some such that the their these this those to was were will "
    "would your".split()
)
_OWNER = ("'s", "’s", "'", "’")


class NameLowerCase(DocumentCheck[Parameters]):
    """Report people, places, peoples, days and months that lack their capital once.

    The word must have its capital elsewhere, and be no English word; a surname that is one counts
    where it can be nothing else. Tags, addresses and text without capitals are left alone.
    """

    kind = "name-lower-case"
    parameters_type = Parameters
    placeholders = frozenset({"found", "other"})

    def __init__(self, parameters: Parameters) -> None:
        super().__init__(parameters)
        self._always = frozenset(word.lower() for word in parameters.words)
        self._common = frozenset(word.lower() for word in parameters.common)

    def hits(self, document: Document, context: Context) -> Iterator[Hit]:
        """Report every place without the capital."""
        capital = _capitals(document, self.parameters.shortest)
        tokens = document.layer(words).tokens
        small = {token.text for token in tokens if _without_owner(token.text) in capital}
        if not small:
            return
        families = _families(document)
        alone = _stand_alone(document) if families else set()
        for number, token in enumerate(tokens):
            if (
                token.text in small
                and self._is_name(number, tokens, families, document.folded, alone)
                and _is_own_prose(number, tokens, document)
            ):
                word = _without_owner(token.text)
                name = capital[word]
                other = name.span.of(document.text)
                related = (Related(name.span, f"“{other}” here"),)
                span = Span(token.start, token.start + len(word))
                yield Hit(span, {"found": word, "other": other}, related=related)

    def _is_name(
        self,
        number: int,
        tokens: Sequence[Token],
        families: set[str],
        folded: str,
        alone: set[str],
    ) -> bool:
        token = tokens[number]
        word = _without_owner(token.text)
        if word in self._always:
            return True
        if word in self._common:
            return False
        name = word[0].upper() + word[1:]
        if not (_is_known(name) or name in families):
            return False
        if word not in lexicon.words("english-words"):
            return True
        if name not in families or name not in alone:
            return False
        before = tokens[number - 1].text.lower() if number else ""
        if before in _BEFORE:
            return word != token.text or any(
                following.match(folded, token.end) for following in (_VERBS, _ENDS)
            )
        return before not in _NO_NAME and _VERBS.match(folded, token.end) is not None


def _without_owner(text: str) -> str:
    """Return a word without the ending that makes it an owner."""
    return next((text[: -len(each)] for each in _OWNER if text.endswith(each)), text)


def _is_known(name: str) -> bool:
    """Tell whether a word is a place, people, day or given name, or the plural of one."""
    known = never_people()
    return name in known or name.removesuffix("s") in known or name in given_names()


def _capitals(document: Document, shortest: int) -> Mapping[str, Name]:
    """Map each name of one word, and each last word of a longer one, to its first place."""
    found: dict[str, Name] = {}
    for name in document.layer(names).names:
        if name.title:
            continue
        word = name.text.rpartition(" ")[2]
        plain = len(word) >= shortest and word[1:].islower() and word.isalpha()
        if plain and (name.proves or " " in name.text):
            found.setdefault(word.lower(), name)
    return found


def _families(document: Document) -> set[str]:
    """Return the surnames of the people whose given names leave no doubt."""
    return {
        person.family
        for person in document.layer(mentions).people
        if person.given and person.given[0] in given_names()
    } - body_words()


def _stand_alone(document: Document) -> set[str]:
    """Return the surnames that stand for their bearers somewhere in the article."""
    layer = document.layer(mentions)
    return {
        layer.people[mention.person].family
        for mention in layer.mentions
        if mention.kind is MentionKind.FAMILY
    }


def _is_own_prose(number: int, tokens: Sequence[Token], document: Document) -> bool:
    """Tell whether the word stands in running text: no tag, address or text without capitals."""
    token = tokens[number]
    if number and tokens[number - 1].text in ("#", "@", "/", ".", "_", "*", "-"):
        return False
    after = document.folded[token.end : token.end + 2]
    if after[:1] in ("@", "/", "_") or (after[:1] in (".", ":") and after[1:2].isalnum()):
        return False
    sentence = document.layer(sentences).at(token.start)
    if sentence is None:
        return False
    first = document.folded[sentence.start : token.start].lstrip("\"'“”‘([")[:1]
    return not first.islower()

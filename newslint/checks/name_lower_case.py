"""A name that has its capital in one place of the article and lacks it in another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Annotated

from newslint import lexicon
from newslint.annotate.mentions import MentionKind, mentions
from newslint.annotate.modifiers import modified_noun
from newslint.annotate.names import Name, names
from newslint.annotate.person_names import body_words, given_names, never_people, role_nouns
from newslint.annotate.sentences import sentences
from newslint.annotate.words import Token, words
from newslint.checks.base import DocumentCheck, Hit
from newslint.context import Context
from newslint.document import Document
from newslint.finding import Related
from newslint.record import Record
from newslint.regexes import compiled
from newslint.span import Span


class Parameters(Record):
    """The parameters of a rule about names in lower case."""

    words: Annotated[
        tuple[str, ...], "English words that are names wherever the article capitalises them."
    ] = ()
    common: Annotated[
        tuple[str, ...], "English words that stay words although somebody is called so."
    ] = ()
    pairs: Annotated[
        bool, "Whether an English word counts too that closes a name (Silicon valley)."
    ] = False
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
# Mentions of a surname that make one lone use of its letters a slip.
_OFTEN = 3
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
        capital = _Capitals(document, self.parameters.shortest)
        layer = document.layer(words)
        tokens = layer.tokens
        found = sorted(
            (number, word)
            for word in capital.places
            for ending in ("", *_OWNER)
            for number in layer.spelled(word + ending)
        )
        if not found:
            return
        counts = Counter(word for _, word in found)
        people = _People(document)
        pairs = Counter(_pair(tokens, number) for number, _ in found)
        for number, word in found:
            if not _is_own_prose(number, tokens, document):
                continue
            token = tokens[number]
            pair = _pair(tokens, number)
            once = self.parameters.pairs and pairs[pair] == 1
            name = capital.of_pair(pair, once=once)
            if name is None and self._is_name(number, tokens, people, counts, document.folded):
                name = capital.places[word]
            if name is not None:
                other = name.span.of(document.text)
                related = (Related(name.span, f"“{other}” here"),)
                span = Span(token.start, token.start + len(word))
                yield Hit(span, {"found": word, "other": other}, related=related)

    def _is_name(
        self,
        number: int,
        tokens: Sequence[Token],
        people: _People,
        counts: Mapping[str, int],
        folded: str,
    ) -> bool:
        token = tokens[number]
        word = _without_owner(token.text)
        if word in self._always or word in self._common:
            return word in self._always
        name = word[0].upper() + word[1:]
        given = _pair(tokens, number)[0] in given_names()  # Donald trump
        given = given and name in people.bearers
        if not (given or _is_known(name) or name in people.families):
            return False
        if word not in lexicon.english_words():
            return given or _is_known(name) or counts[word] <= people.mentions[name]
        if given:
            return True
        if name not in people.sure or not people.alone[name]:
            return False
        owner = word != token.text
        if not owner and modified_noun(folded, token.end):
            return False  # the check of terms judges what modifies a noun
        before = tokens[number - 1].text.lower() if number else ""
        once = counts[word] == 1 and people.mentions[name] >= _OFTEN
        if owner and once and before == "to":
            return True
        if before in _BEFORE or (once and before not in _NO_NAME):
            return once or owner or any(each.match(folded, token.end) for each in (_VERBS, _ENDS))
        return before not in _NO_NAME and _VERBS.match(folded, token.end) is not None


class _Capitals:
    """The names of an article that could lose a capital.

    `places` maps the last word of each, in lower case, to the name's first place; `_pairs` maps
    the last two words of a longer one to its places.
    """

    def __init__(self, document: Document, shortest: int) -> None:
        self.places: dict[str, Name] = {}
        self._pairs: dict[tuple[str, str], list[Name]] = {}
        for name in document.layer(names).names:
            if name.title:
                continue
            parts = name.text.split(" ")
            last = parts[-1].lower()
            if _is_plain(parts[-1], shortest) and (name.proves or len(parts) > 1):
                self.places.setdefault(last, name)
                for before in parts[-2:-1]:
                    self._pairs.setdefault((before, last), []).append(name)

    def of_pair(self, pair: tuple[str, str], *, once: bool) -> Name | None:
        """Return the name of which a pair is a part: South carolina.

        An English word must have its capital twice in the pair and lack it once: Silicon valley.
        """
        found = self._pairs.get(pair)
        if not found:
            return None
        if pair[1] not in lexicon.english_words():
            return found[0]
        proving = [name for name in found if name.proves or name.text.count(" ") > 1]
        return found[0] if once and len(proving) > 1 and pair[1] not in role_nouns() else None


def _pair(tokens: Sequence[Token], number: int) -> tuple[str, str]:
    """Return the word before and the word itself, without an owner's ending."""
    if not number or tokens[number - 1].end + 1 != tokens[number].start:
        return "", _without_owner(tokens[number].text)
    return tokens[number - 1].text, _without_owner(tokens[number].text)


def _is_plain(word: str, shortest: int) -> bool:
    return len(word) >= shortest and word.istitle() and word.isalpha()


class _People:
    """The surnames of an article's people.

    `families` holds those that are beyond doubt or stand twice, `sure` those whose given name
    leaves no doubt, `bearers` these and all words that are a name by themselves; `mentions`
    counts all places of a surname and `alone` those where it stands by itself.
    """

    def __init__(self, document: Document) -> None:
        layer = document.layer(mentions)
        self.sure = {
            person.family
            for person in layer.people
            if person.given and person.given[0] in given_names()
        } - body_words()
        twice = {person.family for person in layer.people if len(layer.of(person)) > 1}
        self.families = self.sure | (twice - body_words())
        alone = {name.text for name in document.layer(names).names if name.proves}
        self.bearers = (alone | self.sure) - body_words()
        self.mentions = Counter(layer.people[each.person].family for each in layer.mentions)
        self.alone = Counter(
            layer.people[mention.person].family
            for mention in layer.mentions
            if mention.kind is MentionKind.FAMILY
        )


def _without_owner(text: str) -> str:
    """Return a word without the ending that makes it an owner."""
    return next((text[: -len(each)] for each in _OWNER if text.endswith(each)), text)


def _is_known(name: str) -> bool:
    """Tell whether a word is a place, people, day or given name, or the plural of one."""
    known = never_people()
    return name in known or name.removesuffix("s") in known or name in given_names()


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

"""A name that has its capital in one place of the article and lacks it in another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Annotated

from newslint import lexicon
from newslint.annotate.mentions import MentionKind, mentions
from newslint.annotate.modifiers import modified_noun
from newslint.annotate.name_runs import name_runs
from newslint.annotate.names import FUNCTION_WORDS, Name, names, titles
from newslint.annotate.person_names import (
    body_words,
    doubtful_given_names,
    given_names,
    is_never_person,
    role_nouns,
)
from newslint.annotate.sentences import opens_sentence, sentences
from newslint.annotate.words import OWNER, Token, words
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
        bool, "Whether an English word counts too that is part of a name (Silicon valley)."
    ] = False
    descriptions: Annotated[
        tuple[str, ...],
        "Words that a name may hold with and without a capital (Ruiz government).",
    ] = ()
    shortest: Annotated[int, "Letters that a name must have at least."] = 4


_VERBS = compiled(
    r" (?:said|says|told|tells|wrote|has|had|is|was|will|would|can|cannot|could|should|did|does|"
    r"won|lost|continues|himself|herself|"
    r"(?!need|seed|speed|feed|breed|weed)\p{Ll}{3,}ed)\b"
)
_ENDS = compiled(
    r"[,.;?!]|$| (?:and|or|to|in|on|at|for|with|by|from|over|after|before|during|as|about|than|"
    r"when|while|because|but|if|who|supporters?)\b"
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
# Before "to" and a person; before "to" and a verb stand others.
_TOWARDS = frozenset(
    "according addressed answer belongs bound call calls close compared donated lent letter linked "
    "listen listened listens loyal message next opposed opposition outreach related replied reply "
    "response sent speak speaking spoke spoken talk talked talking talks thanks ties wrote".split()
)
# Mentions of a surname that make one lone use of its letters a slip.
_OFTEN = 3


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
        self._descriptions = frozenset(word.lower() for word in parameters.descriptions)

    def hits(self, document: Document, context: Context) -> Iterator[Hit]:
        """Report every place without the capital."""
        capital = _Capitals(document, self.parameters.shortest)
        layer = document.layer(words)
        found = sorted(
            (number, word)
            for word in capital.places
            for ending in ("", *OWNER)
            for number in layer.spelled(word + ending)
        )
        if not found:
            return
        uses = _Uses(document, layer.tokens, found, capital)
        for number, word in found:
            if word in self._descriptions:
                continue
            span = self._part_of_name(number, word, uses)
            if span is None and self._is_name(number, word, uses):
                span = capital.places[word].span
            if span is not None and _is_own_prose(number, layer.tokens, document):
                token, other = layer.tokens[number], span.of(document.text)
                related = (Related(span, f"“{other}” here"),)
                own = Span(token.start, token.start + len(word))
                yield Hit(own, {"found": word, "other": other}, related=related)

    def _part_of_name(self, number: int, word: str, uses: _Uses) -> Span | None:
        """Return the name whose words stand around this one: Silicon valley."""
        if not self.parameters.pairs:
            return None
        places = uses.document.layer(name_runs).around(uses.tokens, number)
        english = word in lexicon.english_words()
        if not places or (english and len(places) < uses.pairs[uses.before(number), word]):
            return None
        if english and len(places) == 1 and opens_sentence(uses.left(number), uses.document):
            return None  # "Planned cities grow" says nothing of Planned Cities
        return min(places)

    def _is_name(self, number: int, word: str, uses: _Uses) -> bool:
        if word in self._always or word in self._common:
            return word in self._always
        name = word[0].upper() + word[1:]
        if word not in lexicon.english_words():
            return _is_strange_name(name, uses)
        if word in role_nouns() or word in FUNCTION_WORDS or name in titles():
            return False
        before = uses.before(number)
        if (before, name) in uses.people.full:
            return True
        if (before in given_names() or _is_person_title(before)) and uses.is_bearer(name):
            return True  # Donald trump, President trump
        return uses.is_sure(name) and _is_lone_surname(number, word, name, uses)


def _is_strange_name(name: str, uses: _Uses) -> bool:
    """Tell whether a word that is no English one is a name."""
    if _is_known(name):
        return True
    if uses.counts[name.lower()] > max(uses.names[name], uses.people.mentions[name]):
        return False
    return (
        name in uses.people.families
        or name in lexicon.listed("surnames")
        or name in uses.capital.family
    )


def _is_lone_surname(number: int, word: str, name: str, uses: _Uses) -> bool:
    """Tell whether an English word can only be the surname of somebody in the article."""
    token, folded = uses.tokens[number], uses.document.folded
    owner = word != token.text
    if not owner and modified_noun(folded, token.end):
        return False  # the check of terms judges what modifies a noun
    before = uses.tokens[number - 1].text if number else ""
    once = uses.counts[word] == 1 and uses.names[name] >= _OFTEN
    if before == "to" and uses.counts[word] == 1:
        return (owner and once) or uses.tokens[number - 2].text.lower() in _TOWARDS
    before = before.lower()
    if before in _BEFORE or (once and before not in _NO_NAME):
        return once or owner or any(each.match(folded, token.end) for each in (_VERBS, _ENDS))
    return before not in _NO_NAME and _VERBS.match(folded, token.end) is not None


def _is_person_title(before: str) -> bool:
    return titles().get(before) in ("courtesy", "political", "legal", "police", "military")


class _Uses:
    """What an article says of the words that lack a capital."""

    def __init__(
        self,
        document: Document,
        tokens: Sequence[Token],
        found: Sequence[tuple[int, str]],
        capital: _Capitals,
    ) -> None:
        self.document = document
        self.tokens = tokens
        self.capital = capital
        self.people = _People(document)
        self.counts = Counter(word for _, word in found)
        self.pairs = Counter((self.before(number), word) for number, word in found)
        self.names = capital.names

    def before(self, number: int) -> str:
        """Return the word right before a token, with the dot of its abbreviation."""
        if not number:
            return ""
        token = self.tokens[number - 1]
        if token.text == "." and number > 1 and self.tokens[number - 2].text + "." in titles():
            return self.tokens[number - 2].text + "."
        return token.text if token.end + 1 == self.tokens[number].start else ""

    def left(self, number: int) -> int:
        """Return where the word before a token begins."""
        return self.tokens[max(0, number - 1)].start

    def is_bearer(self, name: str) -> bool:
        """Tell whether somebody in the article is called so."""
        return self.people.mentions[name] > 0 or self._is_bare_surname(name)

    def is_sure(self, name: str) -> bool:
        """Tell whether a word stands alone as the surname of somebody."""
        if name in self.people.sure and self.people.alone[name]:
            return True
        return self._is_bare_surname(name)

    def _is_bare_surname(self, name: str) -> bool:
        proven = name in self.capital.proven and name not in body_words()
        return proven and name in lexicon.listed("surnames")


class _Capitals:
    """The names of an article that could lose a capital.

    `places` maps each of their words, in lower case, to the first name that holds it, one that it
    closes if there is one; `names` counts the names that a word closes. The words of `proven`
    are a name by themselves, those of `family` close one that must be a person's.
    """

    def __init__(self, document: Document, shortest: int) -> None:
        self.places: dict[str, Name] = {}
        self.names: Counter[str] = Counter()
        self.proven: set[str] = set()
        self.family: set[str] = set()
        closed: dict[str, Name] = {}
        for name in document.layer(names).names:
            parts = name.text.split(" ")
            for part in parts:
                if _is_plain(part, shortest):
                    self.places.setdefault(part.lower(), name)
            last = parts[-1]
            if name.title or not _is_plain(last, shortest):
                continue
            self.names[last] += 1
            if name.proves or len(parts) > 1:
                closed.setdefault(last.lower(), name)
            if name.proves and len(parts) == 1:
                self.proven.add(last)
            if len(parts) > 1 and _is_given(parts[0]):
                self.family.add(last)
        self.places |= closed


def _is_given(word: str) -> bool:
    """Tell whether a word that opens a name must be a given name."""
    if word in given_names() or word in doubtful_given_names():
        return True
    strange = word.istitle() and word.isalpha() and not _is_known(word)
    return strange and word.lower() not in lexicon.english_words()


def _is_plain(word: str, shortest: int) -> bool:
    return len(word) >= shortest and word.istitle() and word.isalpha()


class _People:
    """The surnames of an article's people.

    `families` holds those that are beyond doubt or stand twice, `sure` those whose given name
    leaves no doubt or whom only a title names more than once, `full` given names with their
    surnames; `mentions` counts all places of a surname and `alone` those where it stands by itself.
    """

    def __init__(self, document: Document) -> None:
        layer = document.layer(mentions)
        self.full = {(person.given[-1], person.family) for person in layer.people if person.given}
        twice = {person.family for person in layer.people if len(layer.of(person)) > 1}
        self.sure = {
            person.family
            for person in layer.people
            if (person.given[0] in given_names() if person.given else person.family in twice)
        } - body_words()
        self.families = self.sure | (twice - body_words())
        self.mentions = Counter(layer.people[each.person].family for each in layer.mentions)
        self.alone = Counter(
            layer.people[mention.person].family
            for mention in layer.mentions
            if mention.kind is MentionKind.FAMILY
        )


def _is_known(name: str) -> bool:
    """Tell whether a word is a place, people, day or given name, or the plural of one."""
    return is_never_person(name) or name in given_names()


def _is_own_prose(number: int, tokens: Sequence[Token], document: Document) -> bool:
    """Tell whether the word stands in running text: no tag, address or text without capitals."""
    token = tokens[number]
    before = tokens[number - 1] if number else token
    if before.text in ("#", "@", "/", "_", "*", "-"):
        return False
    if before.text == "." and before.end == token.start:
        return False
    after = document.folded[token.end : token.end + 2]
    if after[:1] in ("@", "/", "_") or (after[:1] in (".", ":") and after[1:2].isalnum()):
        return False
    sentence = document.layer(sentences).at(token.start)
    if sentence is None:
        return False
    first = document.folded[sentence.start : token.start].lstrip("\"'“”‘([")[:1]
    return first != "" and not first.islower()

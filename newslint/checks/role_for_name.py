"""A speaker who was named before, but is called by the full office again."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Annotated

from newslint import lexicon
from newslint.annotate.mentions import mentions
from newslint.annotate.roles import Role, roles
from newslint.checks.base import DocumentCheck, Hit
from newslint.context import Context
from newslint.document import Document
from newslint.finding import Related
from newslint.lazily import Lazily
from newslint.record import Record
from newslint.regexes import IGNORECASE, compiled
from newslint.span import Span

if TYPE_CHECKING:
    import regex
else:
    regex = Lazily("regex")


class Parameters(Record):
    """The parameters of a role for name rule."""

    verbs: Annotated[tuple[str, ...], "Verbs of speech that stand before the speaker."] = (
        "said",
        "added",
    )
    shortest: Annotated[int, "Words that the office must have at least."] = 4


_WORD = compiled(r"\p{L}[\w'-]+")
_SHARED = 3
_SMALL = frozenset("of the a an and for in on to at by".split())


class RoleForName(DocumentCheck[Parameters]):
    """Report "added the head of the coast guard" where the surname would do."""

    kind = "role-for-name"
    parameters_type = Parameters
    placeholders = frozenset({"found", "name", "verb", "family"})

    def hits(self, document: Document, context: Context) -> Iterator[Hit]:
        """Report each long office behind a verb of speech whose holder was named before."""
        folded = document.folded
        verbs = "|".join(map(regex.escape, self.parameters.verbs))
        known = [role for role in document.layer(roles).roles if not role.past]
        if not known:
            return
        for match in regex.finditer(rf"(?<!\w)({verbs}) (the [^,.;:!?()\"“”\n]{{8,120}})", folded):
            phrase = Span(*match.span(2))
            noun = _noun().search(folded, *phrase)
            if noun is None or len(_WORD.findall(folded, *phrase)) < self.parameters.shortest:
                continue
            role = _holder(noun.group().lower(), phrase, known, folded)
            if role is not None and not _is_named(phrase, document):
                yield _hit(match[1], Span(match.start(), phrase.end), role, document)


@cache
def _noun() -> regex.Pattern[str]:
    nouns = "|".join(sorted(lexicon.words("role-nouns")))
    return compiled(rf"(?<![\w-])(?:{nouns})(?![\w-])", IGNORECASE)


def _content(span: Span, folded: str) -> set[str]:
    found: list[str] = _WORD.findall(folded, *span)
    return {word.lower() for word in found} - _SMALL


def _holder(noun: str, phrase: Span, known: list[Role], folded: str) -> Role | None:
    """Return the last role before the phrase that has its noun and two more of its words."""
    wanted = _content(phrase, folded)
    for role in reversed(known):
        known_before = role.span.end <= phrase.start and role.noun == noun
        if known_before and len(wanted & _content(role.span, folded)) >= _SHARED:
            return role
    return None


def _is_named(phrase: Span, document: Document) -> bool:
    """Tell whether the phrase goes on to the name after all."""
    layer = document.layer(mentions)
    return any(phrase.start <= each.span.start <= phrase.end + 2 for each in layer.mentions)


def _hit(verb: str, span: Span, role: Role, document: Document) -> Hit:
    person = document.layer(mentions).people[role.person]
    values = {
        "found": span.of(document.text),
        "name": person.full,
        "verb": verb,
        "family": person.family,
    }
    return Hit(span, values, related=(Related(role.span, f"the office of {person.full}"),))

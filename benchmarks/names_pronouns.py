"""Tell how sure the pronouns are that the check of stated pronouns goes by.

A person's pronouns are taken from a first name that nearly always goes with one of them, and the
articles of all corpora are checked twice: against the right ones, where every finding is wrong, and
against the others, where every finding is right.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from benchmarks import corpus
from newslint.annotate.mentions import mentions
from newslint.checks.fact_pronouns import FactPronouns, Parameters
from newslint.context import Context
from newslint.document import Document
from newslint.factsheet import Facts, PersonFact

_HE = frozenset(
    "Abdul Adam Ahmed Ali Andrew Anthony Barack Bashar Ben Benjamin Bernie Bill Bob Boris Brian "
    "Bruce Carl Charles Chuck Craig Dan Daniel David Dennis Donald Edward Emmanuel Eric Frank "
    "Gary George Greg Gregory Harry Hassan Jack Jacob James Jared Jason Jeff Jeffrey Jerry Jim "
    "Joe John Jonathan Joseph Justin Keith Ken Kenneth Kevin Larry Luke Marco Mark Matt Matthew "
    "Michael Mike Mitch Mohammad Mohammed Nathan Newt Nicholas Patrick Paul Peter Rex Richard "
    "Rick Robert Roger Ronald Samuel Scott Sean Stephen Steve Steven Ted Thomas Tim Timothy Tom "
    "Tony Vladimir William".split()
)
_SHE = frozenset(
    "Alice Amanda Amy Angela Ann Anna Anne Barbara Betsy Betty Brenda Carol Catherine Chelsea "
    "Christine Claire Cynthia Deborah Diane Dianne Donna Dorothy Elena Elizabeth Emily Emma "
    "Heather Hillary Huma Ivanka Jane Janet Jennifer Jessica Jill Joyce Julia Julie Kamala Karen "
    "Kate Katherine Kathleen Kellyanne Kimberly Kirsten Laura Linda Lisa Loretta Margaret Maria "
    "Mary Megyn Melania Melissa Michelle Nancy Nicole Nikki Pamela Patricia Rachel Rebecca Ruth "
    "Samantha Sandra Sarah Sharon Shirley Sonia Stephanie Susan Theresa Tulsi Valerie "
    "Virginia".split()
)
_LONGEST = 20_000


def measure(show: bool = False) -> None:
    """Print by halves how many findings are right, and how many there are where none should be."""
    right: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    articles: Counter[str] = Counter()
    for name in corpus.ARTICLES:
        for item in corpus.articles(name):
            half = corpus.half(item["id"])
            document = Document.from_text(item["text"][:_LONGEST])
            articles[half] += 1
            right[half] += len(_found(document, {"he": "she/her", "she": "he/him"}))
            false = _found(document, {"he": "he/him", "she": "she/her"})
            wrong[half] += len(false)
            if show:
                for line in false:
                    print(f"  {name} {item['id']}: {line}")
    for half in ("tune", "check"):
        print(
            f"pronouns, {half}: {right[half]} found where they are wrong, {wrong[half]} where they "
            f"are right, in {articles[half]} articles"
        )


def _found(document: Document, stated: Mapping[str, str]) -> list[str]:
    facts = []
    for person in document.layer(mentions).people:
        first = person.given[0] if person.given else ""
        family = "he" if first in _HE else "she" if first in _SHE else ""
        if family:
            facts.append(PersonFact(person.full, pronouns=stated[family], origin="first name"))
    unique = {fact.name: fact for fact in facts}
    context = Context(facts=Facts(tuple(unique.values()), digest=repr(facts)))
    text = document.text
    return [
        f"{hit.values['name']}: {text[hit.span.start - 60 : hit.span.end + 20]!r}"
        for hit in FactPronouns(Parameters()).hits(document, context)
    ]


def people(items: Iterable[Mapping[str, str]]) -> Sequence[str]:
    """Return the people named in full in articles."""
    found = (
        person.full
        for item in items
        for person in Document.from_text(item["text"][:_LONGEST]).layer(mentions).people
        if person.given
    )
    return [name for name in dict.fromkeys(found) if "," not in name and ";" not in name]

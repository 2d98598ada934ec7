"""Change one name, role, definition or capital in real articles, and count what is reported.

What is changed is found by crude patterns that share nothing with newslint's own readers, so that a
reader that is blind to a way of writing shows as a miss. A finding counts if the unchanged article
does not have it and it names what was changed.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from benchmarks import corpus
from benchmarks.run import Outcome, lint
from newslint.store.rules import Library

_CORPORA = ("polnear.dev", "wikinews_2019_2020.dev", "hyperpartisan_byarticle.dev")
_GIVEN = (
    "Barack|Donald|Hillary|Bernie|Ted|Marco|John|James|Robert|Michael|William|David|Richard|"
    "Joseph|Thomas|Charles|Christopher|Daniel|Matthew|Anthony|Mark|Paul|Steven|Andrew|Kevin|"
    "Brian|George|Edward|Ronald|Timothy|Jason|Jeffrey|Ryan|Jacob|Gary|Nicholas|Eric|Jonathan|"
    "Stephen|Larry|Justin|Scott|Brandon|Benjamin|Samuel|Frank|Mary|Patricia|Jennifer|Linda|"
    "Elizabeth|Barbara|Susan|Jessica|Sarah|Karen|Nancy|Lisa|Margaret|Sandra|Kimberly|Emily|"
    "Donna|Michelle|Carol|Amanda|Melissa|Deborah|Stephanie|Rebecca|Laura|Tim|Mike|Chris|Joe|Jim|"
    "Bill|Tom|Bob|Steve|Dan|Jeff|Ben|Boris|Vladimir|Angela|Theresa|Jeremy|Peter|Simon"
)
_FULL = re.compile(rf"\b(?:{_GIVEN}) (?P<last>[A-Z][a-z]{{3,}})\b(?! [A-Z])")
_SWAPS = {
    "Sen.": "Rep.", "Rep.": "Sen.", "Gov.": "Mayor", "Senator": "Congressman",
    "Representative": "Senator", "Governor": "Mayor", "Mayor": "Governor",
    "President": "Governor", "Prime Minister": "President",
}  # fmt: skip
_TITLED = re.compile(
    r"(?<!Vice )(?<!ormer )(?P<title>Sen\.|Rep\.|Gov\.|Senator|Representative|Governor|Mayor|"
    r"President|Prime Minister) (?P<name>[A-Z][a-z]+ [A-Z][a-z]+)"
)
_DEFINED = re.compile(
    r"\b[A-Z][\w’'-]+(?: (?:of|for|and|the|on|in|[A-Z][\w’'-]+)){1,7}"
    r"(?P<definition> \((?P<short>[A-Z]{2,6})\))"
)
_CAPITAL = re.compile(r"(?<=[a-z,] )(?P<term>[A-Z][a-z]{3,})(?=[ ,.;’'][^A-Z])")
_LETTERS = "abcdefghiklmnoprstuvwy"


class Mutant(NamedTuple):
    """An article with one thing changed: what it was and what it became."""

    item: Mapping[str, str]
    before: str
    after: str
    original: Mapping[str, str]


Change = tuple[int, int, str]
Maker = Callable[[str, random.Random], Change | None]


def measure(show: bool = False, seed: int = 1, number: int = 300) -> None:
    """Print found / changed for each kind of change."""
    kinds: Mapping[str, tuple[Maker, str]] = {
        "a letter of a name": (_name, "core"),
        "a role": (_role, "core"),
        "a definition dropped": (_definition, "desk"),
        "a capital of a name or term": (_capital, "core"),
    }
    for kind, (maker, profile) in kinds.items():
        mutants = list(_mutants(maker, seed, number))
        before = lint([each.original for each in mutants], "--profile", profile)
        after = lint([each.item for each in mutants], "--profile", profile)
        found = [each for each in mutants if _is_told(each, before, after)]
        share = 100 * len(found) / max(1, len(mutants))
        print(f"  {kind}: {len(found)} of {len(mutants)} ({share:.1f}%, 90% wanted)")
        if show:
            for each in mutants:
                if each not in found:
                    print(f"    {each.before!r} -> {each.after!r}  {each.original['id']}")


def _mutants(maker: Maker, seed: int, number: int) -> Iterator[Mutant]:
    draw = random.Random(seed)
    items = [item for name in _CORPORA for item in corpus.articles(name)]
    draw.shuffle(items)
    made = 0
    for item in items:
        if made == number:
            return
        change = maker(item["text"], draw)
        if change is None:
            continue
        start, end, new = change
        text = item["text"][:start] + new + item["text"][end:]
        made += 1
        yield Mutant({**item, "text": text}, item["text"][start:end], new, item)


def _is_told(mutant: Mutant, before: Outcome, after: Outcome) -> bool:
    """Tell whether the changed article has a finding about the change that it had not before."""
    key = mutant.original["id"]
    old = {(each["rule"], each["message"]) for each in before.findings.get(key, ())}
    words = {mutant.before.strip(" ()"), mutant.after.strip(" ()")} - {""}
    return any(
        (each["rule"], each["message"]) not in old
        and any(word in each["message"] or word in each["text"] for word in words)
        for each in after.findings.get(key, ())
    )


def _name(text: str, draw: random.Random) -> Change | None:
    """Misspell one mention of a person whose surname stands twice or more."""
    lasts = sorted({match["last"] for match in _FULL.finditer(text)})
    twice = [last for last in lasts if len(_places(last, text)) > 1]
    if not twice:
        return None
    last = draw.choice(twice)
    start, end = draw.choice(_places(last, text))
    new = _slip(last, draw)
    return None if new == last else (start, end, new)


def _places(word: str, text: str) -> list[tuple[int, int]]:
    return [match.span() for match in re.finditer(rf"\b{word}\b", text)]


def _slip(word: str, draw: random.Random) -> str:
    """Drop, double, swap or change one letter after the first."""
    at = draw.randrange(1, len(word))
    kind = draw.choice(("drop", "double", "swap", "change"))
    if kind == "drop":
        return word[:at] + word[at + 1 :]
    if kind == "double":
        return word[:at] + word[at] + word[at:]
    if kind == "swap" and at + 1 < len(word) and word[at] != word[at + 1]:
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    other = draw.choice([letter for letter in _LETTERS if letter != word[at]])
    return word[:at] + other + word[at + 1 :]


def _role(text: str, draw: random.Random) -> Change | None:
    """Swap the title of a person who has it twice or more, both times beside the full name."""
    by_name: dict[str, list[re.Match[str]]] = {}
    for match in _TITLED.finditer(text):
        by_name.setdefault(match["name"], []).append(match)
    twice = [found for found in by_name.values()
             if len(found) > 1 and len({match["title"] for match in found}) == 1]  # fmt: skip
    if not twice:
        return None
    match = draw.choice(draw.choice(twice))
    return (*match.span("title"), _SWAPS[match["title"]])


def _definition(text: str, draw: random.Random) -> Change | None:
    """Drop the definition of an acronym that is used again and that the house does not know."""
    known = _known_acronyms()
    found = [
        match
        for match in _DEFINED.finditer(text)
        if len(_places(match["short"], text)) > 1
        and len(re.findall(rf"\({match['short']}\)", text)) == 1
        and match["short"] not in known
    ]
    return (*draw.choice(found).span("definition"), "") if found else None


def _known_acronyms() -> frozenset[str]:
    rule = Library().profile("desk").get("desk/acronym-undefined")
    assert rule is not None
    return frozenset(rule.check.parameters.words)


def _capital(text: str, draw: random.Random) -> Change | None:
    """Take one capital from a name or term that has it twice or more inside sentences.

    Left out are the words that the rule leaves to people: they mean one thing with a capital and
    another without (State, state).
    """
    both = _two_meanings()
    places: dict[str, list[tuple[int, int]]] = {}
    for match in _CAPITAL.finditer(text):
        if match["term"].lower() not in both:
            places.setdefault(match["term"], []).append(match.span("term"))
    twice = [found for _, found in sorted(places.items()) if len(found) > 1]
    if not twice:
        return None
    start, end = draw.choice(draw.choice(twice))
    return start, end, text[start].lower() + text[start + 1 : end]


def _two_meanings() -> frozenset[str]:
    profile = Library().profile("core")
    found: set[str] = set()
    for name, key in (("term-capitalisation", "words"), ("name-lower-case", "common")):
        rule = profile.get(f"core/{name}")
        assert rule is not None
        words: Sequence[str] = getattr(rule.check.parameters, key)
        found.update(word.lower() for word in words)
    return frozenset(found)

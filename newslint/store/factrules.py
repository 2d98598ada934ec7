"""What makes fact sheets contradict themselves or one another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from newslint.errors import Problem
from newslint.factsheet import BodyFact, EventFact, Fact, PersonFact, TermFact, name_of
from newslint.record import Record


class Entry(Record):
    """A fact and where it was read; `line` and `column` count from 1."""

    section: str
    fact: Fact
    path: str
    line: int
    column: int

    def problem(self, message: str, hint: str = "") -> Problem:
        """Make a problem at this entry."""
        return Problem(message, self.path, self.line, self.column, hint)

    @property
    def place(self) -> str:
        """Return where the entry stands, to point at from another."""
        return f"{self.path}:{self.line}"


def contradictions(entries: Sequence[Entry]) -> Iterator[Problem]:
    """Say what is wrong with facts taken together, and with each by itself."""
    yield from _duplicates(entries)
    yield from _wrong_forms(entries)
    for entry in entries:
        yield from _own(entry)


def _duplicates(entries: Sequence[Entry]) -> Iterator[Problem]:
    first: dict[tuple[str, str], Entry] = {}
    for entry in entries:
        name = name_of(entry.fact)
        other = first.setdefault((entry.section, name), entry)
        if other is not entry:
            yield entry.problem(f"'{name}' is given twice: also at {other.place}")


def wrong_forms(fact: Fact) -> tuple[str, ...]:
    """Return the forms that a fact calls wrong."""
    return () if isinstance(fact, EventFact) else fact.wrong


def _right_forms(fact: Fact) -> Iterable[str]:
    if isinstance(fact, BodyFact):
        return [form for form in (fact.name, fact.short, fact.acronym) if form]
    if isinstance(fact, EventFact):
        return [fact.name, *fact.aliases]
    return [name_of(fact)]


def _wrong_forms(entries: Sequence[Entry]) -> Iterator[Problem]:
    """Say which forms are wrong by one entry and right, or otherwise wrong, by another."""
    right = {form: entry for entry in entries for form in _right_forms(entry.fact)}
    wrong: dict[str, Entry] = {}
    for entry in entries:
        for form in wrong_forms(entry.fact):
            other = right.get(form)
            if other is not None:
                where = "itself" if other is entry else f"the entry at {other.place}"
                yield entry.problem(
                    f"'{form}' is called wrong here, but is right by {where}",
                    "aliases must not lead back to themselves",
                )
            earlier = wrong.setdefault(form, entry)
            if earlier is not entry and name_of(earlier.fact) != name_of(entry.fact):
                yield entry.problem(
                    f"'{form}' stands for '{name_of(entry.fact)}' here, but for "
                    f"'{name_of(earlier.fact)}' at {earlier.place}"
                )


def _own(entry: Entry) -> Iterator[Problem]:
    fact = entry.fact
    if len(set(wrong_forms(fact))) < len(wrong_forms(fact)):
        yield entry.problem(f"'{name_of(fact)}' has a wrong form twice")
    if not name_of(fact).strip():
        yield entry.problem("an entry without a name")
    if isinstance(fact, PersonFact):
        yield from _person(entry, fact)
    if isinstance(fact, BodyFact) and fact.name in (*fact.former, *fact.not_):
        yield entry.problem(f"'{fact.name}' is its own former name, or is not itself")
    if isinstance(fact, TermFact) and not fact.wrong and not fact.note:
        yield entry.problem(f"'{fact.right}' has neither a wrong form nor a note")
    if isinstance(fact, EventFact):
        yield from _event(entry, fact)


def _person(entry: Entry, fact: PersonFact) -> Iterator[Problem]:
    if fact.pronouns and not all(part.strip().isalpha() for part in fact.pronouns.split("/")):
        yield entry.problem(
            f"the pronouns '{fact.pronouns}' of {fact.name} cannot be read", "write she/her"
        )
    for held in fact.titles:
        if held.from_ and held.to and held.to < held.from_:
            yield entry.problem(f"'{held.title}' ends before it begins")
        if fact.born and held.from_ and held.from_ < fact.born:
            yield entry.problem(f"'{held.title}' begins before {fact.name} was born")
    if fact.born and fact.as_of and fact.as_of < fact.born:
        yield entry.problem(f"{fact.name} was looked up before being born")


def _event(entry: Entry, fact: EventFact) -> Iterator[Problem]:
    seen: set[str] = set()
    for figure in fact.figures:
        if figure.what in seen:
            yield entry.problem(f"'{figure.what}' of '{fact.name}' is given twice")
        seen.add(figure.what)
        if tolerance_of(figure.tolerance, figure.value) is None:
            yield entry.problem(
                f"the tolerance '{figure.tolerance}' of '{figure.what}' is no number",
                "write 5 or 2%",
            )


def tolerance_of(written: str, value: float) -> float | None:
    """Return how far a figure may be off, or None if that is not understood."""
    share = written.endswith("%")
    try:
        number = float(written.removesuffix("%"))
    except ValueError:
        return None
    if number < 0:
        return None
    return abs(value) * number / 100 if share else number

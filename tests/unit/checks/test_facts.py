"""The checks against fact sheets, on people and places that do not exist."""

from datetime import date
from typing import Any, cast

import pytest

from newslint.checks.base import DocumentCheck, Hit
from newslint.checks.fact_acronym import FactAcronym
from newslint.checks.fact_acronym import Parameters as AcronymParameters
from newslint.checks.fact_age import FactAge, age_on
from newslint.checks.fact_age import Parameters as AgeParameters
from newslint.checks.fact_event import FactEvent
from newslint.checks.fact_event import Parameters as EventParameters
from newslint.checks.fact_pronouns import FactPronouns
from newslint.checks.fact_pronouns import Parameters as PronounParameters
from newslint.checks.fact_spelling import FactSpelling
from newslint.checks.fact_spelling import Parameters as SpellingParameters
from newslint.checks.fact_title import FactTitle
from newslint.checks.fact_title import Parameters as TitleParameters
from newslint.context import Context
from newslint.document import Document
from newslint.factsheet import Facts
from newslint.finding import Severity
from newslint.store.facts import parse_facts

FACTS = parse_facts(
    """\
origin: Lund council
people:
  - name: Ana Oberholt
    wrong: [Anna Oberholt]
    born: 1970-03-02
    titles:
      - {title: mayor of Lund, from: 2019-05-01, to: 2023-04-30}
      - {title: finance minister, from: 2023-06-01}
organisations:
  - {name: Lund Marine Board, acronym: LMB, former: [Lund Fish Board], not: [Lund Mining Board]}
places:
  - {name: Kalmarby, wrong: [Calmarby]}
terms:
  - {right: K-30, wrong: [K30], note: a radar}
events:
  - name: Lund ferry fire
    aliases: [Lund disaster]
    date: 1994-09-28
    figures:
      - {what: deaths, value: 59, words: [killed, died, dead]}
      - {what: cost, value: 2000000, unit: $, words: [cost], tolerance: 5%}
"""
)


def found(check: DocumentCheck, text: str, day: date | None = date(2022, 5, 1)) -> list[str]:
    context = Context(date=day, facts=FACTS)
    return [hit.span.of(text) for hit in check.hits(Document.from_text(text), context)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met Anna Oberholt.", ["Anna Oberholt"]),
        ("They met Ana Oberhlot.", ["Ana Oberhlot"]),
        ("They met Amna Oberholt.", ["Amna Oberholt"]),
        ("They met Ana Oberholt and Ana Overstrand in Kalmarby.", []),
        ("They went to Calmarby.", ["Calmarby"]),
        ("The Lund Fish Board paid.", ["Lund Fish Board"]),
        ("The former Lund Fish Board paid.", []),
        ("The Lund Mining Board met the Lund Marine Board.", ["Lund Mining Board"]),
        ("The Lund Mining Board paid.", []),
        ("The K30 flew.", []),
    ],
)
def test_names(text: str, expected: list[str]) -> None:
    assert found(FactSpelling(SpellingParameters()), text) == expected


def test_names_are_replaced_and_terms_keep_their_capital() -> None:
    check = FactSpelling(SpellingParameters(sections=("terms",)))
    (hit,) = check.hits(Document.from_text("The K30 flew."), Context(facts=FACTS))
    assert (hit.replacement, hit.values["source"]) == ("K-30", "Lund council; a radar")


def test_a_slip_is_less_sure_than_a_form_that_is_called_wrong() -> None:
    check = FactSpelling(SpellingParameters())
    text = "They met Anna Oberholt and Ana Oberhlot."
    first, second = check.hits(Document.from_text(text), Context(facts=FACTS))
    assert (first.severity, second.severity) == (None, Severity.WARNING)


@pytest.mark.parametrize(
    ("text", "day", "expected"),
    [
        ("Mayor Ana Oberholt left.", date(2022, 5, 1), []),
        ("Mayor Ana Oberholt left.", date(2023, 5, 1), ["Mayor"]),
        ("Mayor Ana Oberholt left.", None, []),
        ("The former mayor Ana Oberholt left.", date(2023, 5, 1), []),
        ("The former mayor Ana Oberholt left.", date(2022, 5, 1), ["mayor"]),
        ("Finance minister Ana Oberholt left.", date(2024, 5, 1), []),
        ("Foreign minister Ana Oberholt left.", date(2024, 5, 1), ["Foreign minister"]),
        ("Ana Oberholt, the mayor of Lund, left.", date(2024, 5, 1), ["the mayor of Lund"]),
        ("Ana Oberholt, a painter, left.", date(2024, 5, 1), []),
        ("Mayor Oberholt left.", date(2024, 5, 1), ["Mayor"]),
        ("Mayor Tom Oberholt left.", date(2024, 5, 1), []),
    ],
)
def test_titles_on_the_day(text: str, day: date | None, expected: list[str]) -> None:
    assert found(FactTitle(TitleParameters()), text, day) == expected


@pytest.mark.parametrize(
    ("text", "day", "expected"),
    [
        ("Ana Oberholt, 52, left.", date(2022, 5, 1), []),
        ("Ana Oberholt, 51, left.", date(2022, 5, 1), ["51"]),
        ("Ana Oberholt, 51, left.", date(2022, 3, 3), []),
        ("Ana Oberholt, 51, left.", None, []),
        ("Ana Oberholt was born in 1971 in Lund.", None, ["1971"]),
        ("Ana Oberholt was born in 1970 in Lund.", None, []),
        ("Tom Oberholt, 12, left.", date(2022, 5, 1), []),
    ],
)
def test_ages_on_the_day(text: str, day: date | None, expected: list[str]) -> None:
    assert found(FactAge(AgeParameters()), text, day) == expected


def test_a_birthday_counts_on_its_day() -> None:
    assert age_on(date(1970, 3, 2), date(2022, 3, 1)) == 51
    assert age_on(date(1970, 3, 2), date(2022, 3, 2)) == 52


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Lund Marine Board (LMB) met.", []),
        ("The Lund Marine Board (LUMB) met.", ["LUMB"]),
        ("The Lund Mining Board (LMB) met.", ["Lund Mining Board"]),
        ("The Last Mile Band (LMB) sang.", []),
    ],
)
def test_acronyms(text: str, expected: list[str]) -> None:
    assert found(FactAcronym(AcronymParameters()), text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Lund ferry fire killed 59 people.", []),
        ("The Lund ferry fire killed 95 people.", ["95"]),
        ("The Lund disaster left 95 dead and 300 hurt.", ["95"]),
        ("The Lund ferry fire killed more than 50 people and hurt 300.", []),
        ("The Lund ferry fire is not forgotten. It killed 60 people.", ["60"]),
        ("The Lund ferry fire cost $2.05 million.", []),
        ("The Lund ferry fire cost $3 million.", ["$3 million"]),
        ("The 1994 Lund ferry fire was in the news in 1995.", []),
        ("The Lund ferry fire of 1995 was bad.", ["1995"]),
        ("The Lund ferry fire on 28 September 1994 was bad.", []),
        ("Another fire killed 95 people.", []),
    ],
)
def test_events(text: str, expected: list[str]) -> None:
    assert found(FactEvent(EventParameters()), text) == expected


PRONOUNS = """\
origin: Lund council
as_of: 2022-01-05
people:
  - {name: Ana Oberholt, pronouns: she/her}
  - {name: Lee Moss, pronouns: they/them}
  - {name: Kim Falk, pronouns: He / They}
  - {name: Jo Brandt, pronouns: any}
  - {name: Mia Vik, pronouns: xe/xem}
  - {name: Bo Ek}
  - {name: Tim Skog, pronouns: he/him}
  - {name: Eva Skog, pronouns: she/her}
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ana Oberholt said he was late.", ["he"]),
        ("Ana Oberholt said she was late.", []),
        ("Ana Oberholt said they were late.", []),
        ("Lee Moss said she was late.", ["she"]),
        ("Lee Moss said he was late.", ["he"]),
        ("Lee Moss said they were late.", []),
        ("Kim Falk said he was late.", []),
        ("Kim Falk said she was late.", ["she"]),
        ("Jo Brandt said he was late.", []),
        ("Mia Vik said she was late.", ["she"]),
        ("Bo Ek said she was late.", []),
        ("Tim Skog said she was late.", []),
        ("Mr Oberholt said he was late.", []),
        ("Tom Oberholt said he was late.", []),
        ("Ana Oberholt wept.\n\nOberholt said he was late.", ["he"]),
        ("Ana Oberholt said he was late.\n\nOberholt sold his house.", ["he", "his"]),
    ],
)
def test_pronouns(text: str, expected: list[str]) -> None:
    context = Context(facts=parse_facts(PRONOUNS))
    document = Document.from_text(text)
    hits = list(FactPronouns(PronounParameters()).hits(document, context))
    assert [hit.span.of(text) for hit in hits] == expected


def test_a_pronoun_points_at_its_name_and_quotes_the_fact() -> None:
    text = "Ana Oberholt opened the bridge. He left."
    context = Context(facts=parse_facts(PRONOUNS))
    check = FactPronouns(PronounParameters())
    (hit,) = check.hits(Document.from_text(text), context)
    assert hit.values == {
        "found": "He",
        "name": "Ana Oberholt",
        "pronouns": "she/her",
        "source": "Lund council, as of 2022-01-05",
    }
    assert (hit.replacement, hit.severity) == (None, None)
    (related,) = hit.related
    assert (related.span.of(text), related.message) == (
        "Ana Oberholt",
        "“He” goes back to this name",
    )
    old = Context(facts=context.facts._replace(fresh_from=date(2022, 1, 6)))
    (hit,) = check.hits(Document.from_text(text), old)
    assert hit.severity is Severity.SUGGESTION
    assert hit.values["source"] == "Lund council, last checked on 2022-01-05: look it up again"


@pytest.mark.parametrize(
    "check",
    [
        FactPronouns(PronounParameters()),
        FactSpelling(SpellingParameters()),
        FactTitle(TitleParameters()),
        FactAge(AgeParameters()),
        FactAcronym(AcronymParameters()),
        FactEvent(EventParameters()),
    ],
)
def test_without_fact_sheets_nothing_is_said(check: DocumentCheck) -> None:
    text = (
        "Mayor Anna Oberholt, 12, of the Lund Marine Board (LUMB) saw the Lund ferry fire of 1990."
        " She left."
    )
    assert list(check.hits(Document.from_text(text), Context(date=date(2022, 5, 1)))) == []


@pytest.mark.parametrize(
    ("check", "text"),
    [
        (FactSpelling(SpellingParameters()), "They met Anna Oberholt."),
        (FactSpelling(SpellingParameters()), "They met Ana Oberhlot."),
        (FactSpelling(SpellingParameters()), "The Lund Fish Board paid."),
        (FactSpelling(SpellingParameters(sections=("terms",))), "The K30 flew."),
        (FactTitle(TitleParameters()), "Mayor Ana Oberholt left."),
        (FactAge(AgeParameters()), "Ana Oberholt, 12, left."),
        (FactAcronym(AcronymParameters()), "The Lund Marine Board (LUMB) met."),
        (FactAcronym(AcronymParameters()), "The Lund Mining Board (LMB) met."),
        (FactEvent(EventParameters()), "The Lund ferry fire killed 95 people."),
        (FactEvent(EventParameters()), "The Lund ferry fire of 1995 was bad."),
    ],
)
def test_an_old_fact_makes_a_suggestion_to_look_it_up_again(
    check: DocumentCheck, text: str
) -> None:
    dated = (tuple(_dated(fact) for fact in section) for section in FACTS.sections())
    facts = Facts(*cast("Any", dated))

    def hit(fresh: date | None) -> Hit:
        context = Context(date=date(2024, 5, 1), facts=facts._replace(fresh_from=fresh))
        (found,) = check.hits(Document.from_text(text), context)
        return found

    new, old = hit(date(2022, 1, 5)), hit(date(2022, 1, 6))
    assert new == hit(None)
    assert new.severity is not Severity.SUGGESTION
    assert new.values["source"] == "Lund council, as of 2022-01-05" + _note(new)
    assert old.severity is Severity.SUGGESTION
    said = "Lund council, last checked on 2022-01-05: look it up again"
    assert old.values == {**new.values, "source": said + _note(new)}


def _dated(fact: Any) -> Any:
    return fact._replace(as_of=date(2022, 1, 5))


def _note(hit: Hit) -> str:
    return "; a radar" if hit.values.get("right") == "K-30" else ""

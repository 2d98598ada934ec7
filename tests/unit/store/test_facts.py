from datetime import date
from pathlib import Path

import pytest

from newslint.errors import NewslintError
from newslint.factsheet import BodyFact, EventFact, Facts, HeldTitle, PersonFact, TermFact
from newslint.store.factfolders import fact_folders, sheet_files
from newslint.store.facts import entries_of, load_facts, parse_facts

SHEET = """\
origin: Lund council
as_of: 2026-01-05
people:
  - name: Ana Oberholt
    wrong: [Anna Oberholt]
    born: 1970-03-02
    titles:
      - {title: mayor of Lund, from: 2019-05-01, to: 2023-04-30}
organisations:
  - {name: Lund Marine Board, acronym: LMB, not: [Lund Mining Board], origin: its register}
terms:
  - {right: K-30, wrong: K30}
events:
  - name: Lund ferry fire
    date: 1994-09-28
    figures: [{what: deaths, value: 59, words: [killed, died], tolerance: 2%}]
"""


def problems(text: str, path: str = "facts.yaml") -> list[str]:
    with pytest.raises(NewslintError) as error:
        entries_of([(text, path)])
    return [str(problem) for problem in error.value.problems]


def test_a_sheet_gives_its_origin_and_day_to_entries_without() -> None:
    facts = parse_facts(SHEET)
    day = date(2026, 1, 5)
    assert facts.people == (
        PersonFact(
            "Ana Oberholt",
            ("Anna Oberholt",),
            (HeldTitle("mayor of Lund", date(2019, 5, 1), date(2023, 4, 30)),),
            date(1970, 3, 2),
            origin="Lund council",
            as_of=day,
        ),
    )
    assert facts.organisations[0] == BodyFact(
        "Lund Marine Board",
        acronym="LMB",
        not_=("Lund Mining Board",),
        origin="its register",
        as_of=day,
    )
    assert facts.terms == (TermFact("K-30", ("K30",), "Lund council", day),)
    (event,) = facts.events
    assert isinstance(event, EventFact)
    assert (event.date, event.figures[0].value) == (date(1994, 9, 28), 59.0)


def test_the_digest_names_the_content() -> None:
    assert parse_facts(SHEET).digest == parse_facts(SHEET + "\n# a comment\n").digest
    assert parse_facts(SHEET).digest != parse_facts(SHEET.replace("59", "60")).digest


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("people: [{name: Ana}]", "facts.yaml:1:10: error: 'Ana' lacks its origin"),
        (
            "origin: x\npeople:\n  - {name: Ana, born: 1970-13-01}",
            "facts.yaml:3:23: error: 'born' must be a date like 2026-01-31, not '1970-13-01'",
        ),
        (
            "origin: x\npeople:\n  - {name: Ana, brn: 1970-01-01}",
            "facts.yaml:3:17: error: unknown key 'brn' in an entry of 'people' (did you mean",
        ),
        (
            "origin: x\npeple: []",
            "facts.yaml:2:1: error: unknown key 'peple' in a fact sheet (did you mean 'people'?)",
        ),
        (
            "origin: x\npeople:\n  - {name: Ana}\n  - {name: Ana}",
            "facts.yaml:4:5: error: 'Ana' is given twice: also at facts.yaml:3",
        ),
        (
            "origin: x\nterms:\n  - {right: a, wrong: b}\n  - {right: b, wrong: a}",
            "facts.yaml:3:5: error: 'b' is called wrong here, but is right by the entry at",
        ),
        (
            "origin: x\nterms:\n  - {right: a, wrong: a}",
            "facts.yaml:3:5: error: 'a' is called wrong here, but is right by itself (aliases must",
        ),
        (
            "origin: x\nterms:\n  - {right: a, wrong: c}\n  - {right: b, wrong: c}",
            "facts.yaml:4:5: error: 'c' stands for 'b' here, but for 'a' at facts.yaml:3",
        ),
        (
            "origin: x\npeople: [{name: A, titles: {title: x, from: 2020-01-01, to: 2019-01-01}}]",
            "facts.yaml:2:10: error: 'x' ends before it begins",
        ),
        (
            "origin: x\nevents: [{name: Fire, figures: {what: dead, value: 5, tolerance: some}}]",
            "facts.yaml:2:10: error: the tolerance 'some' of 'dead' is no number (write 5 or 2%)",
        ),
        (
            "origin: x\npeople:\n  - {name: Ana, pronouns: she or her}",
            "facts.yaml:3:5: error: the pronouns 'she or her' of Ana cannot be read (write she/her)",
        ),
        ("origin: x\npeople: Ana", "facts.yaml:2:9: error: 'people' must be a list of entries"),
    ],
)
def test_what_is_wrong_with_a_sheet_is_said_at_its_place(text: str, problem: str) -> None:
    assert any(each.startswith(problem) for each in problems(text)), problems(text)


def test_a_long_list_is_read_from_csv() -> None:
    text = (
        "name,wrong,title,from,origin\n"
        "Ana Oberholt,Anna Oberholt; A. Oberholt,mayor of Lund,2019-05-01,Lund council\n"
        "Lee Moss,,,,Lund council\n"
    )
    (ana, lee) = entries_of([(text, "facts/people-lund.csv")])
    assert ana.fact == PersonFact(
        "Ana Oberholt",
        ("Anna Oberholt", "A. Oberholt"),
        (HeldTitle("mayor of Lund", date(2019, 5, 1)),),
        origin="Lund council",
    )
    assert (ana.line, lee.line) == (2, 3)


@pytest.mark.parametrize(
    ("text", "path", "problem"),
    [
        ("name\nAna\n", "folk.csv", "folk.csv: error: its name says not what it lists"),
        ("nme\nAna\n", "people.csv", "people.csv:1: error: unknown column 'nme'"),
        ("name,name\nA,B\n", "people.csv", "people.csv:1: error: the column 'name' stands there"),
        ("name,origin\nAna\n", "people.csv", "people.csv:2:1: error: has not as many cells"),
        ("name,born,origin\nAna,1970,x\n", "people.csv", "people.csv:2:1: error: 'born' must be"),
        ("name,origin\nAna,x\nAna,x\n", "people.csv", "people.csv:3:1: error: 'Ana' is given"),
    ],
)
def test_what_is_wrong_with_a_list(text: str, path: str, problem: str) -> None:
    assert any(each.startswith(problem) for each in problems(text, path)), problems(text, path)


def test_sheets_of_one_folder_may_not_contradict_one_another(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("origin: x\npeople: [{name: Ana}]\n")
    (tmp_path / "b.csv").write_text("name,origin\nAna,x\n")
    (tmp_path / "b.csv").rename(tmp_path / "people.csv")
    with pytest.raises(NewslintError, match="'Ana' is given twice"):
        load_facts(sheet_files(tmp_path))


def test_the_nearest_folder_above_an_article_counts(tmp_path: Path) -> None:
    (tmp_path / "facts").mkdir()
    (tmp_path / "facts" / "a.yaml").write_text("origin: x\npeople: [{name: Ana}]\n")
    below = tmp_path / "news" / "may"
    below.mkdir(parents=True)
    assert [person.name for person in fact_folders().of(below).all().people] == ["Ana"]
    assert fact_folders().of(tmp_path.parent).all() == Facts()

"""Kept fact sheets give what was read, and findings are those of all facts."""

from __future__ import annotations

import csv
import gzip
import json
import random
import unicodedata
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newslint.annotate.mentions import mentions
from newslint.config import RuleChoice
from newslint.context import Context
from newslint.document import Document
from newslint.factsheet import Facts, name_of
from newslint.linter import Linter
from newslint.store.choice import choose
from newslint.store.factcache import FEW_TEXTS, FactCache, KeptSheets
from newslint.store.factfolders import HouseFacts, ReadSheets, fact_folders, sheet_files
from newslint.store.facts import load_facts, parse_facts
from newslint.store.nearest import Nearest

SHEET = """\
origin: Lund council
as_of: 2026-01-05
people:
  - name: Ana Oberholt
    wrong: [Anna Oberholt, A-na Oberholt]
    born: 1970-03-02
    pronouns: she/her
    titles: [{title: mayor of Lund, from: 2019-05-01, to: 2023-04-30}]
  - {name: Tom Oberholt, born: 1990-01-01}
  - {name: Ana Overstrand, born: 1980-01-01, titles: [{title: senator, from: 2023-06-01}]}
  - {name: José Martín-Ruiz, wrong: [Jose Martin], born: 1955-05-05}
  - {name: Séan O'Neill, wrong: [Sean ONeill]}
  - {name: Mary Anne Falk Jr., born: 1960-01-01}
  - {name: Bo Ek}
  - {name: bell holt, wrong: [Bell Holt]}
  - {name: Lund}
organisations:
  - {name: Lund Marine Board, acronym: LMB, former: [Lund Fish Board], not: [Lund Mining Board]}
  - {name: The Conseil Européen, acronym: C.E.U.}
  - {name: Research & Data Office, acronym: R&D, wrong: [Research and Data Office]}
  - {name: Lake Moss Bank, acronym: LMB}
  - {name: Northern Rivers Council, acronym: NRC}
places:
  - {name: Kalmarby, wrong: [Calmarby, Kalmar-by]}
  - {name: St. Ives-le-Bois, wrong: [Saint Ives]}
terms:
  - {right: K-30, wrong: [K30, K 30]}
  - {right: website, wrong: [web-site]}
  - {right: "№", wrong: ["Ⅳ"]}
events:
  - name: Lund ferry fire
    aliases: [Lund disaster]
    date: 1994-09-28
    figures: [{what: deaths, value: 59, words: [killed, died], tolerance: 2%}]
"""
FACTS = parse_facts(SHEET)
LINTER = Linter(choose(RuleChoice(select=("core/fact-*",))).ruleset)
DAY = date(2024, 5, 1)


def kept(facts: Facts, folder: Path) -> KeptSheets:
    """Keep facts as if they were a folder's, and return what a later run gets."""
    (folder / "a.yaml").write_text("origin: x\n", encoding="utf-8")
    cache = FactCache(folder / "cache")
    cache.read(sheet_files(folder), lambda: facts)
    sheets = cache.get(sheet_files(folder), pytest.fail)
    assert sheets is not None
    return sheets


@pytest.fixture(scope="module")
def sheets(tmp_path_factory: pytest.TempPathFactory) -> KeptSheets:
    return kept(FACTS, tmp_path_factory.mktemp("sheets"))


def chosen(sheets: KeptSheets, document: Document) -> Facts:
    """Return the facts about a document, however many were asked about before."""
    sheets._asked = 0
    sheets._whole = None
    sheets._keys.clear()
    sheets._made.clear()
    return sheets.about(document)


PIECES = [
    "Mayor Ana Oberholt", "Ana Oberhlot", "Anna Oberholt", "Sen. Oberholt", "Mr Oberholt", "Tom",
    "Ana Boerholt’s", "ANA OBERHOLT", "Ana  Overstrand, 12,", "Ana Ovestrand, 43,", "A-na Oberholt",
    "José Martín-Ruiz", "Jose Martin", "José Martin-Riuz", "Martín-Ruiz", "Séan O’Neill",
    "Séan O'Neil", "Sean ONeill", "Mary Anne Falk Jr.", "Mary Anne Flak Jr.", "Mary Ane Falk Jr.",
    "Bo Ke", "Bo Ek", "B Ek", "Bell Holt", "bell holt", "Lund",
    "the Lund Marine Board (LMB)", "the Lund Marine Board (LUMB)", "Lund Mining Board (LMB)",
    "Lake Moss Bank (L.M.B.)", "the Lund Marine Board (LMBs)", "Lund Fish Board", "LMB",
    "the Conseil Europeen (CEX)", "The Conseil Européen (C.E.U.)", "Conseil Ets Unis (CEU)",
    "Research & Data Office (R&D)", "the Research & Data Office (RDO)", "Research and Data Office",
    "Northern Rivers Coalition (NRCs)", "Northern Rivers Coalition (N.R.C.)",
    "Royal Dash Data (R&D)", "Calmarby", "Kalmarby", "Kalmar-by", "Saint Ives", "St. Ives-le-Bois",
    "K30", "K-30", "the K 30s", "Web-site", "websites", "Ⅳ", "№",
    "the Lund ferry fire killed 95 people", "Lund disaster of 1995", "Lund disaster",
    "He", "She said", "sold his house", "said he was late.", ".\n\nAna Oberholt said he",
    "said", "met", "who was born in 1971", "and", "killed 60", "², and", ". The", ", 51,", "“we”",
    "the mayor of Lund,", ".\n\n", "—", "'s", "-based",
]  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=14), st.booleans())
def test_findings_are_those_of_all_facts(
    sheets: KeptSheets, pieces: Sequence[str], apart: bool
) -> None:
    text = " ".join(["They met", *pieces])
    document = Document.from_text(unicodedata.normalize("NFD", text) if apart else text)
    few = chosen(sheets, document)
    assert set(few.all()) <= set(FACTS.all())
    every = LINTER.check(document, Context(date=DAY, facts=FACTS))
    assert LINTER.check(document, Context(date=DAY, facts=few)) == every


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Rain fell.", ["№"]),
        ("They met Ana Oberhlot.", ["Ana Oberholt", "№"]),
        ("They met Sam Martín of Ruiz.", ["José Martín-Ruiz", "№"]),
        ("Mr Oberholt wept.", ["Ana Oberholt", "Tom Oberholt", "№"]),
        ("The NGO joined the L.M.B. today.", ["Lund Marine Board", "Lake Moss Bank", "№"]),
        ("A K30 flew.", ["K-30", "№"]),
        ("The Lund ferry was late, the fire out.", ["Lund", "№", "Lund ferry fire"]),
    ],
)
def test_only_the_facts_an_article_may_touch_are_made(
    sheets: KeptSheets, text: str, names: Sequence[str]
) -> None:
    few = chosen(sheets, Document.from_text(text))
    assert [name_of(fact) for fact in few.all()] == names


def test_other_facts_have_another_digest_and_know_the_whole(sheets: KeptSheets) -> None:
    first = chosen(sheets, Document.from_text("They met Ana Oberholt."))
    second = chosen(sheets, Document.from_text("They met Bo Ek."))
    assert len({first.digest, second.digest, FACTS.digest}) == 3
    assert first.of_the_house() == second.of_the_house() == FACTS
    assert FACTS.of_the_house() is FACTS


def test_after_many_articles_all_facts_are_read_once(sheets: KeptSheets) -> None:
    document = Document.from_text("They met Bo Ek.")
    assert chosen(sheets, document) != FACTS
    for _ in range(FEW_TEXTS - 1):
        assert sheets.about(document) != FACTS
    assert sheets.about(document) == FACTS
    assert sheets.about(document) is sheets.all()


def test_kept_facts_are_those_that_were_read(tmp_path: Path) -> None:
    (tmp_path / "facts").mkdir()
    (tmp_path / "facts" / "a.yaml").write_text(SHEET, encoding="utf-8")
    for _ in range(2):
        sheets = fact_folders(cache=tmp_path / "cache").of(tmp_path)
        assert (sheets.all(), sheets.digest) == (FACTS, FACTS.digest)
    assert isinstance(sheets, KeptSheets)


def test_changed_sheets_and_damaged_files_are_read_anew(tmp_path: Path) -> None:
    sheet = tmp_path / "a.yaml"
    sheet.write_text(SHEET, encoding="utf-8")
    files = sheet_files(tmp_path)
    cache = FactCache(tmp_path / "cache")
    cache.read(files, lambda: load_facts(files))
    assert cache.get(files, pytest.fail) is not None
    for path in (tmp_path / "cache").iterdir():
        path.write_bytes(path.read_bytes()[:-20])
    assert cache.get(files, pytest.fail) is None
    cache.read(files, lambda: load_facts(files))
    sheet.write_text(SHEET.replace("Oberholt", "Oberlund"), encoding="utf-8")
    assert cache.get(files, pytest.fail) is None
    assert cache.read(files, lambda: load_facts(files)).people[0].name == "Ana Oberlund"


def test_a_day_is_told_by_the_facts_that_are_old_on_it(sheets: KeptSheets, tmp_path: Path) -> None:
    facts = parse_facts(
        "origin: x\npeople:\n  - {name: Ana Holt, as_of: 2020-01-05}\n"
        "  - {name: Bo Ek, as_of: 2021-03-01}\n  - {name: Lee Moss}"
    )
    read = ReadSheets(facts)
    for each in (read, kept(facts, tmp_path)):
        assert each.last_old(date(2020, 1, 5)) is None
        assert each.last_old(date(2020, 1, 6)) == date(2020, 1, 5)
        assert each.last_old(date(2030, 1, 1)) == date(2021, 3, 1)

    def state(today: date | None, after: int = 100) -> tuple[str, str]:
        return HouseFacts(Nearest(lambda _: read, read), today).state("a.txt", after)

    assert state(None) == (facts.digest, "")
    assert state(date(2020, 4, 14)) == (facts.digest, "")  # a hundred days later
    assert state(date(2020, 4, 15)) == state(date(2021, 3, 1)) == (facts.digest, "2020-01-05")
    assert state(date(2021, 3, 1), 10_000) == state(date(2021, 3, 1), 10**12) == (facts.digest, "")
    assert state(date(2022, 3, 1)) == (facts.digest, "2021-03-01")


def test_facts_age_where_the_day_is_known() -> None:
    read = ReadSheets(FACTS)
    document = Document.from_text("They met Bo Ek.")
    for today, fresh in ((date(2028, 1, 6), date(2026, 1, 6)), (None, None)):
        facts = HouseFacts(Nearest(lambda _: read, read), today).about("a.txt", document, 730)
        assert facts.fresh_from == fresh
        assert facts.is_old(facts.people[0]) is (fresh is not None)


def test_a_file_that_fails_in_use_gives_way_to_the_sheets(tmp_path: Path) -> None:
    document = Document.from_text("They met Bo Ek.")
    sheets = kept(FACTS, tmp_path)
    sheets._database.close()
    sheets._again = lambda: parse_facts("origin: x\npeople: [{name: Bo Ek}]")
    assert [fact.name for fact in sheets.about(document).people] == ["Bo Ek"]


def test_a_folder_that_cannot_be_written_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("in the way")
    (tmp_path / "a.yaml").write_text(SHEET, encoding="utf-8")
    files = sheet_files(tmp_path)
    cache = FactCache(tmp_path / "cache")
    assert cache.read(files, lambda: load_facts(files)) == FACTS
    assert cache.get(files, pytest.fail) is None


def test_real_facts_are_told_apart_as_by_all_facts(tmp_path: Path) -> None:
    folder = Path(__file__).parents[3] / "benchmarks" / "facts"
    facts = load_facts([folder / "known.yaml"])
    sheets = kept(facts, tmp_path)
    with (folder / "cases.csv").open(encoding="utf-8", newline="") as file:
        cases = list(csv.DictReader(file))
    assert len(cases) > 60
    for case in cases:
        day = date.fromisoformat(case["date"])
        for text, right in ((case["honoured"], True), (case["violated"], False)):
            document = Document.from_text(f"Rain fell on the town for days.\n\n{text}")
            few = chosen(sheets, document)
            assert len(few.all()) < len(facts.all()) / 2
            result = LINTER.check(document, Context(date=day, facts=few))
            assert result == LINTER.check(document, Context(date=day, facts=facts))
            assert (not result.findings) is right, text


def test_findings_on_real_copy_are_those_of_all_facts(shared: Path, tmp_path: Path) -> None:
    with gzip.open(shared / "corpora" / "polnear.dev.jsonl.gz", "rt", encoding="utf-8") as file:
        texts = [json.loads(line)["text"] for line in file][::8]
    documents = [Document.from_text(text) for text in texts]
    facts = parse_facts(_sheet_of(documents))
    sheets = kept(facts, tmp_path)
    found = 0
    for document in documents:
        few = chosen(sheets, document)
        every = LINTER.check(document, Context(date=DAY, facts=facts))
        assert LINTER.check(document, Context(date=DAY, facts=few)) == every
        assert len(few.people) < len(facts.people) / 4
        found += len(every.findings)
    assert found > 50


def _sheet_of(documents: Sequence[Document]) -> str:
    """Write a sheet of the people of articles, some with a letter dropped, some called wrong."""
    chance = random.Random(5)
    people = {person.full for each in documents for person in each.layer(mentions).people}
    names = set()
    for name in sorted(people):
        place = chance.randrange(len(name))
        slip = name[:place] + name[place + 1 :]
        names.add(slip if chance.random() < 0.1 and slip[-1:].isalpha() else name)
    entries = [
        {"name": name, "born": f"{chance.randrange(1930, 2000)}-01-01"}
        | ({"wrong": [f"{name}s"]} if f"{name}s" not in names and chance.random() < 0.3 else {})
        for name in sorted(names)
    ]
    return json.dumps({"origin": "a list", "people": entries})

"""What is added to fact sheets: the sheets stay sheets, and say what was added."""

from __future__ import annotations

from pathlib import Path

import pytest

from newslint.document import Document
from newslint.factsheet import Facts, PersonFact
from newslint.lsp.house import Entry, entries, entry_added, folder_for, word_added
from newslint.store.facts import entries_of, parse_facts

WORDS = Path("facts/terms-words.csv")
PEOPLE = Path("facts/people.yaml")
TEXT = (
    "Mayor Tomas Ekeland spoke on Friday to the Harbour Building Council (HBC).\n\n"
    "Ekeland left the HBC with Ada Wren."
)


def after(addition) -> str:
    content = addition.content or ""
    return content[: addition.offset] + addition.text + content[addition.offset :]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (None, "right,note,origin\ngrobble,a word of ours,the desk\n"),
        ("\n", "\nright,note,origin\ngrobble,a word of ours,the desk\n"),
        (
            "right,note,origin\nfoo,a boat,us\n",
            "right,note,origin\nfoo,a boat,us\ngrobble,a word of ours,the desk\n",
        ),
        ("origin,note,as_of,right", "origin,note,as_of,right\nthe desk,a word of ours,,grobble\n"),
    ],
)
def test_a_word_is_a_row(content, expected):
    added = after(word_added("grobble", WORDS, content))
    assert added == expected
    assert "grobble" in [each.fact.right for each in entries_of([(added.lstrip(), str(WORDS))])]


@pytest.mark.parametrize("content", ["name,origin\n", '"right,note,origin\n'])
def test_a_list_of_something_else_stays_as_it_is(content):
    assert word_added("grobble", WORDS, content) is None


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (None, "people:\n  - name: Tomas Ekeland\n    origin: wall.md\n"),
        (
            "# 😀\npeople:\n- name: Ada Wren\n  origin: us\n",
            "# 😀\npeople:\n- name: Tomas Ekeland\n  origin: wall.md\n- name: Ada Wren\n  origin: us\n",
        ),
        (
            "origin: us\npeople:\n    # the council\n    - name: Ada Wren\nplaces:\n  - name: Lund",
            (
                "origin: us\npeople:\n    # the council\n    - name: Tomas Ekeland\n      origin: wall.md\n"
                "    - name: Ada Wren\nplaces:\n  - name: Lund"
            ),
        ),
        (
            "origin: us\nplaces:\n  - name: Lund",
            "origin: us\nplaces:\n  - name: Lund\npeople:\n  - name: Tomas Ekeland\n    origin: wall.md\n",
        ),
    ],
)
def test_a_person_is_an_entry(content, expected):
    entry = Entry("people", "Tomas Ekeland", (("origin", "wall.md"),))
    added = after(entry_added(entry, PEOPLE, content))
    assert added == expected
    [fact] = [each for each in parse_facts(added).people if each.name == "Tomas Ekeland"]
    assert fact.origin == "wall.md"


@pytest.mark.parametrize("content", ["people: []\n", "people:\n", "- a\n", "people: [\n", "{a: b}"])
def test_a_sheet_of_another_shape_stays_as_it_is(content):
    assert entry_added(Entry("people", "Ada Wren", ()), PEOPLE, content) is None


@pytest.mark.parametrize("name", ["Ada: Wren", "#1", 'Ada "Wren"', "- Ada", "Åsa d’Ölen-Wren"])
def test_names_stay_names(name):
    entry = Entry("people", name, (("origin", "a: b.md"),))
    [fact] = parse_facts(after(entry_added(entry, PEOPLE, None))).people
    assert (fact.name, fact.origin) == (name, "a: b.md")


def found(words: str, facts: Facts | None = None) -> list[tuple[str, str]]:
    document = Document.from_text(TEXT)
    start = TEXT.index(words)
    met = entries(
        document, lambda span: span.start <= start < span.end, facts or Facts(), "wall.md"
    )
    return [(each.section, each.name) for each in met]


def test_people_and_bodies_at_a_place():
    assert found("Tomas") == [("people", "Tomas Ekeland")]
    assert found("Ekeland left") == [("people", "Tomas Ekeland")]
    assert found("HBC with") == [("organisations", "Harbour Building Council")]
    assert found("Friday") == []


def test_what_is_known_is_not_offered():
    assert found("Tomas", Facts(people=(PersonFact("Tomas Ekeland"),), digest="1")) == []


def test_the_nearest_folder_of_facts_or_one_at_home(tmp_path):
    article = tmp_path / "news" / "wall.md"
    article.parent.mkdir()
    assert folder_for(article, "") == article.parent / "facts"
    assert folder_for(article, str(tmp_path)) == tmp_path / "facts"
    (tmp_path / "facts").mkdir()
    assert folder_for(article, "") == tmp_path / "facts"

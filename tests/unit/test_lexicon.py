"""The word lists that annotators read."""

from __future__ import annotations

from pathlib import Path

import pytest

from newslint import lexicon

LISTS = sorted(path.stem for path in (lexicon.rules_folder() / "lexicon").glob("*.csv"))


@pytest.mark.parametrize("name", LISTS)
def test_no_space_stands_beside_a_comma_or_at_an_end(name: str) -> None:
    for row in lexicon.rows(name):
        for cell in row:
            assert cell == cell.strip()
            assert '"' not in cell


def test_rows_words_and_plain_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "lexicon").mkdir()
    path = tmp_path / "lexicon" / "birds-of-test.csv"
    path.write_text("# what flies, and what not\nheron\n\npenguin,swims\n", encoding="utf-8")
    monkeypatch.setattr(lexicon, "rules_folder", lambda: tmp_path)
    assert lexicon.rows("birds-of-test") == (("heron",), ("penguin", "swims"))
    assert lexicon.words("birds-of-test") == {"heron", "penguin"}
    assert lexicon.plain_words("birds-of-test") == {"heron"}


LONG = ["english-words", "surnames"]


@pytest.mark.parametrize("name", LONG)
def test_words_are_looked_up_as_in_a_set(name: str) -> None:
    known, asked = lexicon.words(name), lexicon.listed(name)
    assert all(word in asked for word in known)
    others = [*(f"{word}q" for word in known), *(word.swapcase() for word in known), "", "#", "\n"]
    others += ["q", "zzz", "\U0010ffff\U0010ffff", "é", "a\nab"]
    assert [word for word in others if word in asked] == [word for word in others if word in known]


@pytest.mark.parametrize("text", ["", "a", "a\nb", "# x\nab\nabc\nac\nb\nba\n"])
def test_a_short_list_is_looked_up_as_well(text: str) -> None:
    asked = lexicon.SortedWords(text)
    known = set(text.split("\n")) - {""}
    for word in ("a", "b", "ab", "abc", "ac", "ba", "c", "abd", "", "aa"):
        assert (word in asked) == (word in known)


@pytest.mark.parametrize("name", LONG)
def test_long_lists_stand_in_order(name: str) -> None:
    rows = lexicon.rows(name)
    assert list(rows) == sorted(rows)
    assert all(len(row) == 1 and row[0] > "#" for row in rows)

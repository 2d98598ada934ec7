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

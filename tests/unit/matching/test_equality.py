"""On real copy, and on copies with odd letters, the index finds what the plain loop finds."""

from __future__ import annotations

from pathlib import Path

from benchmarks import equality


def test_the_index_agrees_with_the_loop_on_articles(shared: Path) -> None:
    count, wrong = equality.differing(equality.patterns(100), equality.texts(600))
    assert count >= 10
    assert wrong == []

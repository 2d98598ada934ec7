"""Every rule about translated copy finds its fault in two whole articles, and nothing beside it."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter

import pytest

from newslint.lexicon import rules_folder
from tests.rules.translated import Translated, translated

_ARTICLES = pytest.mark.parametrize("article", translated(), ids=lambda each: each.name)
_MARKED = frozenset(rule for each in translated() for fault in each.faults for rule in fault.rules)


class Run:
    """What `translation` and `plain`, and the other rules that are marked, find in texts."""

    def __init__(self, texts: dict[str, str], folder) -> None:
        for name, text in texts.items():
            (folder / f"{name}.txt").write_text(text, encoding="utf-8", newline="")
        command = [sys.executable, "-m", "newslint", "check", *(f"{name}.txt" for name in texts),
                   "--profile", "desk", "--pack", "translation", "--pack", "plain",
                   "--format", "json", "--fail-on", "never"]  # fmt: skip
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr or done.stdout
        files = json.loads(done.stdout)["files"]
        self.found = {file["path"].removesuffix(".txt"): file["findings"] for file in files}

    def of(self, article: Translated, text: str) -> list[tuple[str, int, int, str]]:
        """Return (rule, start, end, words) of the findings in an article."""
        starts = [0]
        for line in text.splitlines(keepends=True):
            starts.append(starts[-1] + len(line))
        return [
            (rule, starts[place["line"] - 1] + place["column"] - 1,
             starts[end["line"] - 1] + end["column"] - 1, each["text"])
            for each in self.found[article.name]
            for rule in (each["rule"], *each.get("also", ()))
            for place, end in [(each["start"], each["end"])]
            if rule.startswith(("translation/", "plain/")) or rule in _MARKED
        ]  # fmt: skip


@pytest.fixture(scope="module")
def wrong(tmp_path_factory) -> Run:
    return Run({each.name: each.text for each in translated()}, tmp_path_factory.mktemp("wrong"))


@pytest.fixture(scope="module")
def right(tmp_path_factory) -> Run:
    return Run({each.name: each.clean for each in translated()}, tmp_path_factory.mktemp("right"))


@_ARTICLES
def test_each_fault_is_found_and_nothing_else(article: Translated, wrong: Run) -> None:
    found = wrong.of(article, article.text)
    for fault in article.faults:
        inside = {rule for rule, start, end, _ in found if fault.start <= start < fault.end}
        words = article.text[fault.start : fault.end]
        assert fault.rules <= inside, f"“{words}”: {sorted(fault.rules - inside)} say nothing"
    for rule, start, _end, words in found:
        assert any(
            rule in fault.rules and fault.start <= start < fault.end for fault in article.faults
        ), f"{rule} finds “{words}”, which is not marked"


@_ARTICLES
def test_the_article_put_right_is_clean(article: Translated, right: Run) -> None:
    assert right.of(article, article.clean) == []


def test_every_rule_is_right_in_two_articles() -> None:
    counts = Counter(
        rule for each in translated() for rule in frozenset().union(*(f.rules for f in each.faults))
    )
    folder = rules_folder() / "translation"
    rules = {f"translation/{path.stem}" for path in folder.glob("*/*.yaml")}
    assert {rule: counts[rule] for rule in rules | _MARKED if counts[rule] < 2} == {}

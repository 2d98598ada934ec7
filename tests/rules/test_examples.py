"""Every example of every shipped rule is a test of that rule."""

from __future__ import annotations

from pathlib import Path

import pytest

from newslint.authoring.examples import example_lines, kind_of, outcomes
from newslint.errors import NewslintError
from newslint.lexicon import rules_folder
from newslint.rulebook import Example, Rule
from newslint.store.rules import load_rule


def _rule_files() -> list[Path]:
    files = sorted(rules_folder().glob("*/*/**/*.yaml"))
    return [path for path in files if path.name not in ("pack.yaml", "coverage.yaml")]


def _name(path: Path) -> str:
    return f"{path.relative_to(rules_folder()).parts[0]}/{path.stem}"


def _cases() -> list[object]:
    cases: list[object] = []
    for path in _rule_files():
        try:
            rule = load_rule(path, _name(path).split("/")[0])
        except NewslintError:
            continue  # the rule's own test says what is wrong with it
        lines = example_lines(path.read_text(encoding="utf-8"))
        for number, example in enumerate(rule.header.examples):
            name = f"{rule.id}:{lines[number]}-{kind_of(example)}"
            cases.append(pytest.param(rule, example, id=name))
    return cases


@pytest.mark.parametrize("path", _rule_files(), ids=_name)
def test_rule_loads(path: Path) -> None:
    try:
        rule = load_rule(path, _name(path).split("/")[0])
    except NewslintError as error:
        pytest.fail(f"\n{error}", pytrace=False)
    assert rule.header.examples


@pytest.mark.parametrize(("rule", "example"), _cases())
def test_example(rule: Rule, example: Example) -> None:
    problems = [f"{each.problem}\n{each.detail}" for each in outcomes(rule, example)]
    if problems:
        pytest.fail("\n" + "\n".join(problems), pytrace=False)

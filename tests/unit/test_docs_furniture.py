"""The rules that the page on furniture shows meet their own examples."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from newslint.authoring.examples import failures
from newslint.context import Author
from newslint.lexicon import rules_folder
from newslint.schema import Converter, parse_yaml
from newslint.store.rules import load_rule

PAGE = Path(__file__).resolve().parents[2] / "docs" / "furniture.md"
FENCED = re.compile(r"^```yaml\n(.*?)^```", re.MULTILINE | re.DOTALL)
BLOCKS = FENCED.findall(PAGE.read_text(encoding="utf-8"))


@pytest.mark.parametrize("text", [block for block in BLOCKS if block.startswith("check:")])
def test_a_rule_of_the_page_meets_its_examples(text: str, tmp_path: Path) -> None:
    path = tmp_path / "house.yaml"
    path.write_text(text, encoding="utf-8")
    assert failures(load_rule(path, "house"), text) == []


def test_the_author_of_the_page_is_one() -> None:
    (text,) = [block for block in BLOCKS if block.startswith("name:")]
    converter = Converter("park.yaml", text)
    author = converter.record(parse_yaml(text, "park.yaml"), Author, "an author")
    assert converter.problems == []
    assert author is not None
    assert author.contact.handle == "@inespark"


def test_the_rules_that_the_page_names_are_those_there_are() -> None:
    text = PAGE.read_text(encoding="utf-8").split("## What is checked")[1].split("\n## ")[0]
    named = set(re.findall(r"`([a-z]+(?:-[a-z]+)*)`", text))
    folders = [rules_folder() / pack / "furniture" for pack in ("core", "desk")]
    there = {path.stem for folder in folders for path in folder.glob("*.yaml")}
    assert named - {"core", "desk"} == there

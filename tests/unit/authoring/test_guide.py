"""What `docs/rules.md` shows works as it says."""

import re
from pathlib import Path

import pytest

from newslint.authoring.examples import failures
from newslint.checks import KINDS
from newslint.cli import COMMANDS
from newslint.finding import Severity
from newslint.rulebook import Example, Header
from newslint.rulefile import WordList, parse_rule
from newslint.schema import keys_of
from newslint.store.rules import Library

REPOSITORY = Path(__file__).resolve().parents[3]
TEXT = (REPOSITORY / "docs" / "rules.md").read_text(encoding="utf-8")
PATH = "rules/harbour/titles/right-hon.yaml"


def block(start: str) -> str:
    return next(each for each in re.findall(r"```\w+\n(.*?)```", TEXT, re.DOTALL) if start in each)


def first_rule(source: str):
    return parse_rule(source, PATH, "harbour", lambda name: WordList(name, ()))


def test_the_first_rule_does_what_it_says():
    assert failures(first_rule(block("check: substitution"))) == []


def test_a_failure_looks_as_shown():
    source = block("check: substitution")
    source = source.replace("He thanked his [[right honourable friend]]",
                            "He [[thanked]] his right honourable friend")  # fmt: skip
    (failure,) = failures(first_rule(source), source)
    assert f"{failure}\n" == block("expected to be found")


def test_the_pack_of_the_house_is_resolved(tmp_path):
    (tmp_path / "harbour").mkdir()
    (tmp_path / "harbour" / "pack.yaml").write_text(block("extends: [desk]"), encoding="utf-8")
    found = Library([tmp_path]).resolution("harbour")
    assert found.packs == ("core", "desk", "harbour")
    rules = found.ruleset
    assert rules.get("core/doubled-word").header.severity is Severity.ERROR
    swap = rules.get("core/misspelling").check.parameters.swap
    assert swap["harbor"] == "harbour"
    assert "miniscule" not in swap
    assert rules.get("desk/long-sentence").check.parameters.most == 35
    assert found.silent["desk/long-lead"].endswith("Our leads are written to be read aloud.")


@pytest.mark.parametrize("key", [*keys_of(Header), *keys_of(Example)])
def test_every_key_is_explained(key):
    assert f"`{key}`" in TEXT


def test_kinds_and_commands_that_are_named_exist():
    named = re.findall(r"^\| [^|]* \| `([a-z-]+)` \|$", TEXT, re.MULTILINE)
    assert set(named) <= set(KINDS)
    assert len(named) == 7
    commands = re.findall(r"newslint ([a-z-]+)", TEXT)
    assert set(commands) <= set(COMMANDS)

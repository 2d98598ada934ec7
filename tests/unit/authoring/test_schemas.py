from datetime import date
from pathlib import Path
from typing import Annotated, Literal, NamedTuple

import pytest
import yaml
from jsonschema import Draft202012Validator

from newslint.authoring.schemas import SCHEMAS, config_schema, pack_schema, rule_schema, schema_of
from newslint.lexicon import rules_folder
from newslint.schema import Regex

RULES = sorted(
    path
    for path in rules_folder().glob("*/*/**/*.yaml")
    if path.name not in ("pack.yaml", "coverage.yaml")
)


def plain(value):
    """Turn what YAML makes a date into the text that an editor's YAML sees."""
    if isinstance(value, dict):
        return {str(key): plain(each) for key, each in value.items()}
    if isinstance(value, list):
        return [plain(each) for each in value]
    return value.isoformat() if isinstance(value, date) else value


@pytest.fixture(scope="module")
def validator():
    return Draft202012Validator(rule_schema())


@pytest.mark.parametrize("name", SCHEMAS)
def test_schemas_are_schemas(name):
    Draft202012Validator.check_schema(SCHEMAS[name]())


@pytest.mark.parametrize("path", RULES, ids=lambda path: path.stem)
def test_shipped_rules_fit(path: Path, validator):
    rule = plain(yaml.safe_load(path.read_text(encoding="utf-8")))
    assert [error.message for error in validator.iter_errors(rule)] == []


def test_shipped_packs_fit():
    for path in rules_folder().glob("*/pack.yaml"):
        Draft202012Validator(pack_schema()).validate(yaml.safe_load(path.read_text("utf-8")))


GOOD = {
    "check": "substitution",
    "message": "m",
    "why": "w",
    "swap": {"no": True, "a": 1},
    "examples": [{"bad": "[[a]]"}],
}


@pytest.mark.parametrize(
    "change",
    [
        {"swop": {}},
        {"check": "substitutions"},
        {"severity": "eror"},
        {"swap": ["a"]},
        {"examples": [{"god": "x"}]},
        {"in": ["header"]},
        {"words": ["a"]},
    ],
    ids=str,
)
def test_mistakes_do_not_fit(validator, change):
    assert not list(validator.iter_errors(GOOD))
    assert list(validator.iter_errors(GOOD | change))


def test_a_missing_key_does_not_fit(validator):
    assert list(validator.iter_errors({key: GOOD[key] for key in GOOD if key != "why"}))


class Record(NamedTuple):
    words: Annotated[tuple[Regex, ...], "What is looked for."]
    style: Literal["a", "b"] = "a"
    day: date | None = None
    count: int = 1


def test_types_and_descriptions_are_kept():
    schema = schema_of(Record)
    assert schema["required"] == ["words"]
    assert schema["additionalProperties"] is False
    assert schema["properties"]["words"]["description"] == "What is looked for."
    assert schema["properties"]["style"] == {"enum": ["a", "b"]}
    assert schema["properties"]["count"] == {"type": "integer"}
    assert schema["properties"]["day"]["type"] == "string"


def test_configurations_are_closed():
    validator = Draft202012Validator(config_schema())
    assert not list(validator.iter_errors({"profile": "desk", "severity": {"core/x": "error"}}))
    assert list(validator.iter_errors({"profil": "desk"}))

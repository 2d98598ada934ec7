"""Every rule of a style guide proves its point on phrasings that its own examples do not have.

A proof names the point by its number in the packs' `coverage.yaml`, the rules that hold it, at
least three phrasings that each rule must find and three near-misses that each must leave alone. A
phrasing is a sentence with `[[ ]]` marks; a whole article, told by its blank lines; or a mapping
with the keys of an example. A phrasing that stands in the rule's file proves nothing. Where the
packs differ about a point, it has a list of proofs.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

from newslint.authoring.examples import outcomes
from newslint.lexicon import rules_folder
from newslint.rulebook import Example, Rule
from newslint.schema import Converter, node_of
from newslint.store.rules import load_rule

_PROOFS = Path(__file__).parent / "proofs"
_ENOUGH = 3


class Proof(NamedTuple):
    """What `proofs/*.yaml` says of one point of the guides."""

    number: str
    rules: tuple[str, ...]
    bad: tuple[Example, ...]
    good: tuple[Example, ...]


def _example(given: str | dict[str, object], kind: str) -> Example:
    if isinstance(given, dict):
        converter = Converter("")
        example = converter.record(node_of(given), Example, "a phrasing")
        converter.raise_problems()
        assert example is not None
        return example
    return _example({"article" if "\n\n" in given else kind: given}, kind)


def _text(example: Example) -> str:
    return example.bad or example.good or example.article


def _proofs() -> Iterator[Proof]:
    for path in sorted(_PROOFS.glob("*.yaml")):
        for number, entry in yaml.safe_load(path.read_text(encoding="utf-8")).items():
            for each in entry if isinstance(entry, list) else [entry]:
                yield _proof(str(number), each)


def _proof(number: str, entry: dict[str, list[Any]]) -> Proof:
    parts = ([_example(each, kind) for each in entry[kind]] for kind in ("bad", "good"))
    return Proof(number, tuple(entry["rules"]), *map(tuple, parts))


@cache
def _rule(name: str) -> Rule:
    pack, stem = name.split("/")
    [path] = (rules_folder() / pack).glob(f"*/**/{stem}.yaml")
    return load_rule(path, pack)


@cache
def _ledger() -> dict[str, set[str]]:
    """Return the rules that the packs' ledgers give for each point."""
    points: dict[str, set[str]] = {}
    for path in rules_folder().glob("*/coverage.yaml"):
        for point, rules in yaml.safe_load(path.read_text(encoding="utf-8")).items():
            held = rules if isinstance(rules, list) else []
            points.setdefault(point.split(".")[0], set()).update(held)
    return points


PROOFS = list(_proofs())
RULES = [
    pytest.param(each, rule, id=f"{each.number}-{rule}") for each in PROOFS for rule in each.rules
]


@pytest.mark.parametrize("proof", PROOFS, ids=lambda each: each.number)
def test_a_proof_has_enough_phrasings_of_rules_that_claim_the_point(proof: Proof) -> None:
    assert len({_text(each) for each in proof.bad}) >= _ENOUGH
    assert len({_text(each) for each in proof.good}) >= _ENOUGH
    assert proof.rules
    assert set(proof.rules) <= _ledger()[proof.number]


@pytest.mark.parametrize(("proof", "name"), RULES)
def test_proof(proof: Proof, name: str) -> None:
    rule = _rule(name)
    known = {_text(each) for each in rule.header.examples}
    for example in (*proof.bad, *proof.good):
        assert _text(example) not in known
        problems = [f"{each.problem}\n{each.detail}" for each in outcomes(rule, example)]
        if problems:
            pytest.fail("\n" + "\n".join(problems), pytrace=False)


def test_a_phrasing_that_must_be_found_marks_something() -> None:
    for proof in PROOFS:
        for example in proof.bad:
            assert "[[" in _text(example), proof.number
        for example in proof.good:
            assert "[[" not in _text(example), proof.number

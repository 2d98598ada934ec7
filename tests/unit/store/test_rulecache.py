"""The rule base kept between runs."""

import os
import sqlite3

import pytest

from newslint import Linter
from newslint.config import RuleChoice
from newslint.store.choice import choose
from newslint.store.rulecache import FEW_TEXTS, RuleCache

RULE = """\
check: substitution
message: "Write {replacement}."
why: One form keeps copy alike.
swap: {utilise: use}
examples:
  - bad: "They [[utilise]] it."
  - good: "They use it."
"""
TEXT = "They utilise the the harbour for 2.5 billion dollars."


@pytest.fixture
def house(tmp_path):
    topic = tmp_path / "packs" / "house" / "words"
    topic.mkdir(parents=True)
    (topic.parent / "pack.yaml").write_text("name: house\n")
    (topic / "utilise.yaml").write_text(RULE)
    return topic / "utilise.yaml"


@pytest.fixture
def choice(house):
    return RuleChoice(packs=("house",), folders=(str(house.parent.parent.parent),))


def kept(folder):
    return sorted(folder.glob("*.db"))


def test_kept_rules_find_what_the_rules_find(tmp_path, choice):
    cache = RuleCache(tmp_path / "cache")
    assert cache.get(choice) is None
    chosen = choose(choice)
    cache.put(choice, chosen)
    again = cache.get(choice)
    assert again is not None
    assert [rule.id for rule in again.ruleset.rules] == [rule.id for rule in chosen.ruleset.rules]
    assert again.known == chosen.known
    expected = Linter(chosen.ruleset).check(TEXT)
    assert {"house/utilise", "core/currency-form"} <= {each.rule for each in expected.findings}
    linter = Linter(again.ruleset)
    for _ in range(FEW_TEXTS + 1):
        assert linter.check(TEXT) == expected


def test_a_changed_rule_is_read_again(tmp_path, house, choice):
    cache = RuleCache(tmp_path / "cache")
    cache.put(choice, choose(choice))
    before = house.stat()
    house.write_text(RULE.replace("utilise: use", "utilize: use"))
    os.utime(house, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert house.stat().st_size == before.st_size
    assert cache.get(choice) is None


def test_another_choice_is_another_rule_base(tmp_path, choice):
    cache = RuleCache(tmp_path / "cache")
    cache.put(choice, choose(choice))
    assert cache.get(choice._replace(ignore=("core/*",))) is None


@pytest.mark.parametrize(
    "damage",
    [lambda data: b"", lambda data: data[: len(data) // 2], lambda data: b"no database at all",
     lambda data: data.replace(b"utilise", b"utilize")],
)  # fmt: skip
def test_a_damaged_file_is_not_used(tmp_path, choice, damage):
    folder = tmp_path / "cache"
    cache = RuleCache(folder)
    cache.put(choice, choose(choice))
    [path] = kept(folder)
    path.write_bytes(damage(path.read_bytes()))
    assert cache.get(choice) is None
    cache.put(choice, choose(choice))
    assert len(kept(folder)) == 1
    assert cache.get(choice) is not None


def test_a_file_damaged_during_a_run_is_replaced_by_the_rules(tmp_path, choice):
    folder = tmp_path / "cache"
    cache = RuleCache(folder)
    cache.put(choice, choose(choice))
    expected = Linter(choose(choice).ruleset).check(TEXT)
    chosen = cache.get(choice)
    [rule] = [rule for rule in chosen.ruleset.rules if rule.id == "house/utilise"]
    assert rule.check.parameters.swap == {"utilise": "use"}
    linter = Linter(chosen.ruleset)
    linter.check(TEXT)
    broken = sqlite3.connect(":memory:")
    for index in chosen.ruleset.indexes.values():
        index._database = broken
        index._index._database = broken
    assert linter.check(TEXT) == expected


def test_a_folder_that_cannot_be_written_is_no_fault(tmp_path, choice):
    blocked = tmp_path / "file"
    blocked.write_text("")
    cache = RuleCache(blocked)
    cache.put(choice, choose(choice))
    assert cache.get(choice) is None


def test_the_files_of_packs_that_were_not_read_need_no_look(tmp_path, house, choice):
    other = house.parents[2] / "other" / "words" / "boat.yaml"
    other.parent.mkdir(parents=True)
    (other.parents[1] / "pack.yaml").write_text("name: other\n", encoding="utf-8")
    other.write_text("not yet a rule", encoding="utf-8")
    cache = RuleCache(tmp_path / "kept")
    assert cache.get(choice) is None
    cache.put(choice, choose(choice))
    other.write_text("still no rule", encoding="utf-8")
    assert RuleCache(tmp_path / "kept").get(choice) is not None
    other.with_name("ship.yaml").write_text("one more id", encoding="utf-8")
    assert RuleCache(tmp_path / "kept").get(choice) is None

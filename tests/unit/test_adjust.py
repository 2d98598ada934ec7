"""A pack changes rules of the packs it extends; every mistake is shown in its pack.yaml."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from newslint.errors import NewslintError
from newslint.finding import Severity
from newslint.store.rules import Library

WORDS = """\
check: substitution
message: "Write {replacement}."
why: One form is enough.
swap: {utilise: use, whilst: while}
examples: [{bad: "[[utilise]]"}, {good: "use"}]
"""
DOUBLE = """\
check: repetition
message: "Twice."
why: Once is enough.
examples: [{bad: "[[the the]]"}, {good: "the"}]
"""


def write(folder: Path, name: str, pack: str = "", **rules: str) -> None:
    (folder / name / "words").mkdir(parents=True, exist_ok=True)
    (folder / name / "pack.yaml").write_text(f"name: {name}\n{pack}")
    for rule, text in rules.items():
        (folder / name / "words" / f"{rule}.yaml").write_text(text)


@pytest.fixture
def library(tmp_path, monkeypatch):
    write(tmp_path / "shipped", "core", words=WORDS, double=DOUBLE)
    monkeypatch.setattr("newslint.store.rules.rules_folder", lambda: tmp_path / "shipped")
    (tmp_path / "house").mkdir()
    return Library([tmp_path / "house"])


def resolved(library, changes: str, **rules: str):
    write(library.folders[1], "own", changes, **rules)
    return library.resolution("own")


def problem(library, changes: str):
    with pytest.raises(NewslintError) as raised:
        resolved(library, changes)
    (found,) = raised.value.problems
    assert found.path.endswith("own/pack.yaml")
    return (found.line, found.column, found.message, found.hint)


def test_without_changes_the_pack_only_adds(library):
    found = resolved(library, "", nice=WORDS)
    assert found.packs == ("core", "own")
    assert [rule.id for rule in found.ruleset.rules] == ["core/double", "core/words", "own/nice"]
    assert (found.changes, found.silent) == ((), {})


def test_the_header_is_changed_and_the_change_has_its_place(library):
    changes = "severity: error\n    message: 'No {found}.'\n    in: [headline]\n"
    found = resolved(library, f"rules:\n  core/words:\n    {changes}")
    rule = found.ruleset.get("core/words")
    assert rule.header.severity is Severity.ERROR
    assert rule.header.message == "No {found}."
    assert [field.value for field in rule.header.in_] == ["headline"]
    assert rule.check.fields == rule.header.in_
    assert [(each.key, each.value, each.line) for each in found.changes] == [
        ("severity", "error", 4),
        ("message", "No {found}.", 5),
        ("in", "headline", 6),
    ]


def test_a_parameter_is_set(library):
    found = resolved(library, "rules:\n  core/double: {set: {longest: 3, allow: [had, that]}}\n")
    parameters = found.ruleset.get("core/double").check.parameters
    assert (parameters.longest, parameters.allow) == (3, ("had", "that"))
    assert [(each.key, each.value) for each in found.changes] == [
        ("longest", "3"),
        ("allow", "had, that"),
    ]


def test_list_entries_are_added_changed_and_removed(library):
    found = resolved(
        library, "rules:\n  core/words: {add: {amongst: among, utilise: apply}, remove: [whilst]}\n"
    )
    assert found.ruleset.get("core/words").check.parameters.swap == {
        "utilise": "apply",
        "amongst": "among",
    }


def test_a_rule_is_switched_off_with_its_reason(library):
    found = resolved(library, "rules:\n  core/words: {off: We like long words.}\n")
    assert found.ruleset.get("core/words") is None
    assert found.silent == {"core/words": "'own' says: We like long words."}


def test_a_later_rule_on_the_topic_silences_the_earlier(library):
    found = resolved(library, "", words=WORDS)
    assert [rule.id for rule in found.ruleset.rules] == ["core/double", "own/words"]
    assert found.silent == {"core/words": "'own' has a rule on the same topic"}


def test_changes_add_up_over_packs(library):
    write(library.folders[1], "base", "rules:\n  core/words: {severity: error}\n")
    found = resolved(library, "extends: base\nrules:\n  core/words: {remove: [whilst]}\n")
    rule = found.ruleset.get("core/words")
    assert (rule.header.severity, rule.check.parameters.swap) == (
        Severity.ERROR,
        {"utilise": "use"},
    )
    assert found.packs == ("core", "base", "own")


def test_previews_and_later_rules_wait(library):
    new = WORDS.replace("swap:", "status: preview\nswap:")
    later = WORDS.replace("swap:", 'since: "0.10"\nswap:')
    found = resolved(library, 'rules_as_of: "0.9"\n', new=new, later=later)
    assert [rule.id for rule in found.ruleset.rules] == ["core/double", "core/words"]
    assert found.silent == {
        "own/new": "is a preview: 'preview: true' in a pack.yaml lets it speak",
        "own/later": "came with 0.10, later than 0.9",
    }
    found = resolved(library, "preview: true\n")
    assert {"own/new", "own/later"} <= {rule.id for rule in found.ruleset.rules}


def test_one_preview_is_let_speak(library):
    new = WORDS.replace("swap:", "status: preview\nswap:")
    write(library.folders[1], "base", new=new)
    found = resolved(library, "extends: base\nrules:\n  base/new: {status: stable}\n")
    assert found.ruleset.get("base/new") is not None


def test_an_expired_rule_is_silent(library):
    vote = WORDS.replace("swap:", "expires: 2026-05-07\nswap:")
    write(library.folders[1], "own", vote=vote)
    found = library.resolution("own", today=date(2026, 5, 8))
    assert found.silent == {"own/vote": "expired on 2026-05-07"}


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        (
            "rules:\n  core/wrods: {severity: error}\n",
            (3, 3, "there is no rule 'core/wrods' in the packs that this one extends",
             "did you mean 'core/words'?"),
        ),
        (
            "rules:\n  core/words: {severty: error}\n",
            (3, 16, "unknown key 'severty' in rules.core/words", "did you mean 'severity'?"),
        ),
        (
            "rules:\n  core/words: {severity: eror}\n",
            (3, 26, "'severity' must be one of error, warning, suggestion",
             "did you mean 'error'?"),
        ),
        (
            "rules:\n  core/double: {set: {longst: 2}}\n",
            (3, 23, "'repetition' has no parameter 'longst'", "did you mean 'longest'?"),
        ),
        (
            "rules:\n  core/double: {set: {longest: two}}\n",
            (3, 32, "'longest' must be a whole number, not 'two'", ""),
        ),
        (
            "rules:\n  core/double: {set: {longest: 0}}\n",
            (3, 16, "'longest' must be 1 or more", ""),
        ),
        (
            "rules:\n  core/words: {remove: [whlst]}\n",
            (3, 24, "'whlst' is not in the list, so that it cannot be removed",
             "did you mean 'whilst'?"),
        ),
        (
            "rules:\n  core/words: {add: {utilise: use}}\n",
            (3, 21, "'utilise' is in the list already", ""),
        ),
        (
            "rules:\n  core/words: {message: 'No {fond}.'}\n",
            (3, 25, "the message names '{fond}', which 'substitution' does not fill",
             "did you mean 'found'?"),
        ),
        (
            "rules:\n  core/words: {add: [amongst]}\n",
            (3, 21, "add must be a mapping of keys to values", ""),
        ),
    ],
)  # fmt: skip
def test_mistakes_are_shown_at_their_place(library, changes, expected):
    assert problem(library, changes) == expected


def test_a_mistake_is_noted_where_the_other_rules_shall_work(library):
    write(library.folders[1], "own", "rules:\n  core/wrods: {severity: error}\n", nice=WORDS)
    problems = []
    found = Library([library.folders[1]], problems).resolution("own")
    assert [each.line for each in problems] == [3]
    assert found.ruleset.get("own/nice") is not None

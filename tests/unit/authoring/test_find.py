from pathlib import Path

import pytest

from newslint.authoring.find import at_path, files_of, pack_of
from newslint.errors import NewslintError
from newslint.store.rules import Library

RULE = """\
check: existence
message: x
why: y
words: [nice]
examples: [{bad: "[[nice]]"}, {good: "Warm."}]
"""


def pack(folder: Path, name: str, *rules: str) -> None:
    (folder / name / "words").mkdir(parents=True)
    (folder / name / "pack.yaml").write_text(f"name: {name}\n")
    for rule in rules:
        (folder / name / "words" / f"{rule}.yaml").write_text(RULE)


@pytest.fixture
def library(tmp_path, monkeypatch):
    pack(tmp_path / "shipped", "core", "nice", "odd")
    pack(tmp_path / "house", "own", "nice")
    monkeypatch.setattr("newslint.store.rules.rules_folder", lambda: tmp_path / "shipped")
    return Library([tmp_path / "house"])


@pytest.mark.parametrize(
    ("name", "ids"),
    [
        ("core/nice", ["core/nice"]),
        ("nice", ["core/nice", "own/nice"]),
        ("own", ["own/nice"]),
        ("core/*", ["core/nice", "core/odd"]),
        ("*/odd", ["core/odd"]),
    ],
)
def test_names(library, name, ids):
    assert [file.rule_id for file in files_of(library, [name])] == ids


def test_each_file_comes_once(library, tmp_path):
    names = ["nice", "core/nice", str(tmp_path / "house")]
    assert [file.rule_id for file in files_of(library, names)] == ["core/nice", "own/nice"]


def test_unknown_names_have_a_suggestion(library):
    with pytest.raises(NewslintError) as raised:
        files_of(library, ["core/nise"])
    (problem,) = raised.value.problems
    assert problem.message == "there is no rule, file or folder 'core/nise'"
    assert problem.hint == "did you mean 'core/nice'?"


def test_a_path_is_read_below(library, tmp_path):
    found = list(at_path(tmp_path / "house"))
    assert [(file.rule_id, file.path.name) for file in found] == [("own/nice", "nice.yaml")]
    assert found[0].load().id == "own/nice"
    assert found[0].source == RULE


def test_a_file_outside_any_pack_belongs_to_its_folder(tmp_path):
    path = tmp_path / "loose" / "nice.yaml"
    path.parent.mkdir()
    path.write_text(RULE)
    assert pack_of(path) == "loose"

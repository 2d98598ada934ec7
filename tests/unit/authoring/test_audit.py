import gzip
import json

import pytest

from newslint.authoring.audit import Auditor, Recipe, commonest, compare, joined, run
from newslint.authoring.corpus import Piece, pieces, read_piece
from newslint.authoring.find import RuleFile
from newslint.errors import NewslintError

RULE = """\
check: substitution
message: "Write {replacement}."
why: One form is enough.
swap: {utilise: use}
examples: [{bad: "[[utilise]]"}, {good: "use"}]
"""


@pytest.fixture
def recipe(tmp_path):
    folder = tmp_path / "own" / "words"
    folder.mkdir(parents=True)
    (folder / "plain.yaml").write_text(RULE)
    return Recipe((RuleFile(folder / "plain.yaml", "own"),), {"text": "body", "id": "id"})


ROWS = [
    {"id": "a1", "text": "They all utilise it in the old town. They Utilise it again there."},
    {"id": "a2", "text": "“We utilise it,” said Ann Moss of the old town."},
    {"id": "a3", "text": "Nobody needs it in the old town by the sea."},
]


def archive(tmp_path, name="archive.jsonl"):
    path = tmp_path / name
    data = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in ROWS).encode()
    path.write_bytes(gzip.compress(data) if name.endswith(".gz") else data)
    return path


def test_hits_are_counted_and_those_in_quotations_held_back(tmp_path, recipe):
    found = joined(run(list(pieces([archive(tmp_path)])), recipe))
    assert (found.articles, found.problems) == (3, ())
    assert found.words == 13 + 10 + 10
    hits = found.of("own/plain")
    assert [(hit.found, hit.replacement, hit.quoted) for hit in hits] == [
        ("utilise", "use", False),
        ("Utilise", "Use", False),
    ]
    assert [hit.found for hit in found.held("own/plain")] == ["utilise"]
    assert hits[0].article.endswith("archive.jsonl:a1")
    assert (hits[0].before, hits[0].after[:18]) == ("They all ", " it in the old tow")
    assert hits[0].message == "Write use."


def test_a_rule_that_may_speak_in_quotations_holds_nothing_back(tmp_path, recipe):
    recipe.files[0].path.write_text(RULE.replace("swap:", "in_quotes: yes\nswap:"))
    found = joined(run(list(pieces([archive(tmp_path)])), recipe))
    assert sum(hit.quoted for hit in found.of("own/plain")) == 1
    assert found.held("own/plain") == []


def test_several_processes_find_the_same(tmp_path, recipe):
    cut = list(pieces([archive(tmp_path), archive(tmp_path, "more.jsonl.gz")]))
    alone, together = (joined(run(cut, recipe, jobs)) for jobs in (1, 2))
    assert alone.hits == together.hits
    assert len(alone.hits) == 6


def test_packed_archives_and_folders_are_read(tmp_path):
    archive(tmp_path, "archive.jsonl.gz")
    (tmp_path / "story.txt").write_text("A story of the sea.")
    (tmp_path / "notes.bin").write_bytes(b"\0")
    assert [piece.path.rpartition("/")[2] for piece in pieces([tmp_path])] == [
        "archive.jsonl",
        "story.txt",
    ]


def test_a_large_file_is_cut_between_lines_and_keeps_its_numbers(tmp_path, monkeypatch):
    monkeypatch.setattr("newslint.authoring.corpus.PIECE", 50)
    path = tmp_path / "archive.jsonl"
    path.write_text(
        "".join(json.dumps({"text": f"Story {n} of the sea."}) + "\n" for n in range(9))
    )
    cut = list(pieces([path]))
    assert len(cut) > 2
    items = [each.item for piece in cut for each in read_piece(piece, {"text": "body"}).documents]
    assert items == [str(number) for number in range(1, 10)]


def test_what_cannot_be_read_is_a_problem(tmp_path, recipe):
    found = Auditor(recipe).audit(Piece("a.jsonl", b'{"text": "A story."}\n{broken\n'))
    assert found.articles == 1
    assert [each.line for each in found.problems] == [2]
    for path in (tmp_path / "nowhere", tmp_path / "own"):
        with pytest.raises(NewslintError):
            list(pieces([path]))


def test_a_broken_rule_stops_the_run(tmp_path, recipe):
    recipe.files[0].path.write_text("check: nothing\n")
    with pytest.raises(NewslintError):
        list(run([Piece("a.txt", b"A story.")], recipe))


def test_commonest_forms_come_first(tmp_path, recipe):
    found = joined(run(list(pieces([archive(tmp_path)])), recipe))
    assert commonest(found.hits) == [("utilise", 3)]


def test_a_changed_rule_gains_and_loses(tmp_path, recipe):
    cut = list(pieces([archive(tmp_path)]))
    old = joined(run(cut, recipe))
    changed = RULE.replace("utilise: use}", "Utilise: Use, town: city}\nignore_case: no")
    changed = changed.replace("[[utilise]]", "[[town]]")
    recipe.files[0].path.write_text(changed)
    found = compare(old, joined(run(cut, recipe)))
    assert [hit.found for hit in found.gained] == ["town", "town", "town"]
    assert [hit.found for hit in found.lost] == ["utilise"]
    assert found.same == 1

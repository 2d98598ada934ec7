"""New faults only: comparing with a commit, and with a baseline."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from newslint.cli import main

HERE = Path(__file__).resolve().parent
LINE = "error demo/teh 'teh' is a slip of the fingers for 'the'."


class Desk:
    """A git repository of articles with the demonstration rules, and its command line."""

    def __init__(self, root: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.root = root
        self._capsys = capsys

    def write(self, **files: str) -> None:
        for name, text in files.items():
            path = self.root / name.replace("__", "/").replace("_", ".")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")

    def git(self, *arguments: str) -> str:
        done = subprocess.run(
            ["git", *arguments], cwd=self.root, check=True, capture_output=True, text=True
        )
        return done.stdout.strip()

    def commit(self, **files: str) -> str:
        self.write(**files)
        self.git("add", "-A")
        self.git("commit", "-q", "--allow-empty", "-m", "a change")
        return self.git("rev-parse", "HEAD")

    def run(self, *arguments: str) -> tuple[int, str, str]:
        status = main(list(arguments))
        captured = self._capsys.readouterr()
        return status, captured.out, captured.err

    def check(self, *arguments: str) -> tuple[int, list[str]]:
        status, out, err = self.run("check", ".", "--format", "concise", *arguments)
        assert err == ""
        return status, out.splitlines()


@pytest.fixture
def desk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Desk:
    for key in [key for key in os.environ if key.startswith("GIT_")]:
        monkeypatch.delenv(key)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    for role in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{role}_NAME", "A")
        monkeypatch.setenv(f"GIT_{role}_EMAIL", "a@example.org")
    for module in ("rules", "rulecache"):
        monkeypatch.setattr(f"newslint.store.{module}.rules_folder", lambda: HERE / "shipped")
    shutil.copytree(HERE / "house", tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    desk = Desk(tmp_path, capsys)
    desk.git("init", "-q", "-b", "main")
    return desk


def test_what_was_there_is_not_reported(desk: Desk) -> None:
    desk.commit(a_txt="Then teh train left.\n", b_txt="It was teh end.\n")
    desk.write(a_txt="Then teh train left.\n\nAnd teh bus came.\n")
    assert desk.check("--diff-base", "HEAD") == (
        1,
        [
            f"a.txt:3:5: {LINE}",
            "1 error in 1 file; 1 unchanged file not read; 1 known finding not shown.",
        ],
    )


def test_text_that_moved_is_not_new(desk: Desk) -> None:
    desk.commit(a_txt="Then teh train left.\n\nIt rained.\n")
    desk.write(a_txt="It rained.\n\nMore.\n\nThen teh train left.\n")
    assert desk.check("--diff-base", "HEAD")[0] == 0


def test_the_same_fault_once_more_is_new(desk: Desk) -> None:
    desk.commit(a_txt="Teh end.\n")
    desk.write(a_txt="Teh end.\n\nTeh end.\n")
    status, lines = desk.check("--diff-base", "HEAD")
    assert status == 1
    assert lines[0] == "a.txt:3:1: error demo/teh 'Teh' is a slip of the fingers for 'The'."


def test_a_renamed_file_keeps_its_old_findings(desk: Desk) -> None:
    desk.commit(a_txt="Then teh train left.\n\nIt rained all day in the town.\n")
    desk.git("mv", "a.txt", "b.txt")
    desk.write(b_txt="Then teh train left.\n\nIt rained all day in the town.\n\nTeh end.\n")
    status, lines = desk.check("--diff-base", "HEAD")
    assert status == 1
    assert [line.split(" ")[0] for line in lines[:-1]] == ["b.txt:5:1:"]


def test_a_new_file_is_all_new(desk: Desk) -> None:
    desk.commit(a_txt="Teh end.\n")
    desk.write(c_txt="Then teh train left.\n")
    assert desk.check("--diff-base", "HEAD") == (
        1, [f"c.txt:1:6: {LINE}", "1 error in 1 file; 1 unchanged file not read."],
    )  # fmt: skip


def test_a_suppression_taken_away_reveals_what_it_hid(desk: Desk) -> None:
    desk.commit(a_md="<!-- newslint-disable demo/teh -->\n\nThen teh train left.\n")
    desk.write(a_md="Then teh train left.\n")
    assert desk.check("--diff-base", "HEAD")[0] == 1


def test_the_comparison_is_with_the_point_where_the_branch_began(desk: Desk) -> None:
    desk.commit(a_txt="Then teh train left.\n", b_txt="One.\n")
    desk.git("checkout", "-q", "-b", "change")
    desk.commit(b_txt="One and teh other.\n")
    desk.git("checkout", "-q", "main")
    desk.commit(a_txt="Then the train left.\n")
    desk.git("checkout", "-q", "change")
    status, lines = desk.check("--diff-base", "main")
    assert (status, lines[0]) == (1, f"b.txt:1:9: {LINE}")
    assert lines[1] == "1 error in 1 file; 1 unchanged file not read."


def test_changed_lines_narrow_further(desk: Desk) -> None:
    desk.commit(a_md="<!-- newslint-disable demo/teh -->\n\nThen teh train left.\n\nOne.\n")
    desk.write(a_md="Then teh train left.\n\nTwo, and teh end.\n")
    assert len(desk.check("--diff-base", "HEAD")[1]) == 3
    status, lines = desk.check("--diff-base", "HEAD", "--changed-lines")
    assert (status, lines[0]) == (1, f"a.md:3:10: {LINE}")
    assert len(lines) == 2


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--diff-base", "nowhere"], "newslint: error: git knows no commit 'nowhere'"),
        (["--diff-base", "--output=x"], "newslint: error: argument --diff-base: expected one"),
        (["--changed-lines"], "newslint: error: --changed-lines needs --diff-base"),
        (["--diff-base", "HEAD", "--fix"], "newslint: error: --fix and --diff cannot be limited"),
    ],
)
def test_what_cannot_be_compared(desk: Desk, arguments: list[str], message: str) -> None:
    desk.commit(a_txt="One.\n")
    status, _, err = desk.run("check", "a.txt", *arguments)
    assert status == 2
    assert err.startswith(message)


def test_a_folder_without_git(desk: Desk) -> None:
    desk.write(a_txt="One.\n")
    shutil.rmtree(desk.root / ".git")
    status, _, err = desk.run("check", "a.txt", "--diff-base", "HEAD")
    assert status == 2
    assert "error: git: not a git repository" in err


def test_a_shallow_clone(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.commit(a_txt="One.\n")
    desk.git("checkout", "-q", "-b", "change")
    desk.commit(a_txt="Two.\n")
    desk.git("checkout", "-q", "main")
    desk.commit(b_txt="Three.\n")
    clone = desk.root / "clone"
    desk.git("clone", "-q", "--depth", "1", "--no-single-branch", f"file://{desk.root}", str(clone))
    monkeypatch.chdir(clone)
    status, _, err = desk.run("check", "a.txt", "--diff-base", "origin/change")
    assert status == 2
    assert err == (
        "newslint: error: 'origin/change' and HEAD have no common commit here "
        "(the clone is shallow: fetch the whole history (fetch-depth: 0))\n"
    )


def test_a_baseline_is_written_holds_back_and_is_pruned(desk: Desk) -> None:
    desk.write(a_txt="Then teh train left.\n\nIt was very late.\n", b_txt="Teh end.\n")
    said = (
        "newslint-baseline.json remembers 3 findings.\n"
        "Add 'baseline: newslint-baseline.json' to newslint.yaml to make it count.\n"
    )
    assert desk.run("baseline", "write") == (0, said, "")
    configuration = (desk.root / "newslint.yaml").read_text(encoding="utf-8")
    desk.write(newslint_yaml=f"{configuration}baseline: newslint-baseline.json\n")
    assert desk.check() == (0, ["Nothing found in 2 files; 3 known findings not shown."])

    desk.write(a_txt="More.\n\nThen teh train left.\n\nAnd teh bus.\n", b_txt="The end.\n")
    status, out, err = desk.run("check", ".", "--format", "concise")
    assert status == 1
    assert out == f"a.txt:5:5: {LINE}\n1 error in 2 files; 1 known finding not shown.\n"
    assert err == (
        "newslint-baseline.json: 2 findings are no longer there "
        "(forget them with 'newslint baseline prune')\n"
    )
    assert desk.run("baseline", "prune") == (
        0, "newslint-baseline.json forgot 2 findings and remembers 1.\n", "",
    )  # fmt: skip
    assert desk.run("baseline", "prune")[1] == (
        "newslint-baseline.json forgot 0 findings and remembers 1.\n"
    )


def test_the_baseline_s_own_check_fails_on_what_can_be_forgotten(desk: Desk) -> None:
    desk.write(a_txt="Then teh train left.\n")
    desk.run("baseline", "write")
    options = ["--baseline", "newslint-baseline.json", "--format", "concise"]
    assert desk.run("baseline", "check", *options)[0] == 0
    desk.write(a_txt="Then the train left.\n")
    assert desk.run("check", *options)[0] == 0
    assert desk.run("baseline", "check", *options)[0] == 1


def test_rules_that_were_not_run_forget_nothing(desk: Desk) -> None:
    desk.write(a_txt="Then teh train left.\n\nIt was very late.\n")
    desk.run("baseline", "write")
    options = ["--baseline", "newslint-baseline.json", "--select", "demo/very"]
    _, out, _ = desk.run("baseline", "prune", *options)
    assert out == "newslint-baseline.json forgot 0 findings and remembers 2.\n"


def test_writing_for_some_files_keeps_the_entries_of_others(desk: Desk) -> None:
    desk.write(a_txt="Then teh train left.\n", b_txt="Teh end.\n")
    desk.run("baseline", "write")
    desk.write(a_txt="Then teh train and teh bus left.\n")
    _, out, _ = desk.run("baseline", "write", "a.txt")
    assert out.startswith("newslint-baseline.json remembers 3 findings.\n")


def test_a_renamed_file_is_known_again(desk: Desk) -> None:
    desk.write(a_txt="Then teh train left.\n")
    desk.run("baseline", "write")
    (desk.root / "a.txt").rename(desk.root / "b.txt")
    status, lines = desk.check("--baseline", "newslint-baseline.json")
    assert (status, lines) == (0, ["Nothing found in 1 file; 1 known finding not shown."])


def test_a_baseline_is_the_same_however_it_is_written(desk: Desk) -> None:
    desk.write(b_txt="Teh end.\n", a_txt="It was very late, and teh bus left.\n")
    desk.run("baseline", "write", "b.txt")
    desk.run("baseline", "write", "a.txt")
    first = (desk.root / "newslint-baseline.json").read_bytes()
    desk.run("baseline", "write", ".")
    assert (desk.root / "newslint-baseline.json").read_bytes() == first
    data = json.loads(first)
    assert [(each["path"], each["rule"], each["text"]) for each in data["findings"]] == [
        ("a.txt", "demo/teh", "teh"), ("a.txt", "demo/very", "very"), ("b.txt", "demo/teh", "Teh"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "not valid JSON: Expecting value"),
        ('{"version": 1, "findings": [', "not valid JSON"),
        ("{\n<<<<<<< HEAD\n}\n", "holds the marks of a merge conflict"),
        ('{"version": 2, "findings": []}', "was written by a newer newslint (2)"),
        ('{"version": 1}', "is no baseline"),
        ('{"version": 1, "findings": [{"path": "a.txt"}]}', "is no baseline"),
        ("[]", "is no baseline"),
    ],
)
def test_a_broken_baseline_is_an_error(desk: Desk, text: str, message: str) -> None:
    desk.write(a_txt="Then teh train left.\n")
    (desk.root / "newslint-baseline.json").write_text(text, encoding="utf-8")
    status, out, err = desk.run("check", "a.txt", "--baseline", "newslint-baseline.json")
    assert (status, out) == (2, "")
    assert err.startswith("newslint-baseline.json")
    assert message in err


def test_a_missing_baseline_is_an_error(desk: Desk) -> None:
    desk.write(a_txt="One.\n")
    status, _, err = desk.run("check", "a.txt", "--baseline", "old.json")
    assert (status, err) == (
        2, "old.json: error: there is no such baseline (write it with 'newslint baseline write')\n",
    )  # fmt: skip


def test_a_file_that_cannot_be_checked_is_not_forgotten(desk: Desk) -> None:
    desk.write(a_txt="Then teh train left.\n", b_txt="Teh end.\n")
    desk.run("baseline", "write")
    desk.write(a_txt="")
    status, out, err = desk.run("baseline", "prune", "--baseline", "newslint-baseline.json")
    assert (status, err) == (2, "a.txt: error: the file is empty\n")
    assert out == "newslint-baseline.json forgot 0 findings and remembers 2.\n"


CONFIGURATION = "profile: demo\nrules: packs\nselect: [demo/*, core/*-suppression]\n"


def test_suppressions_that_a_change_adds_are_listed(desk: Desk) -> None:
    old = "<!-- newslint-disable demo/very -- as ever -->\n\nIt was very late.\n"
    desk.commit(newslint_yaml=CONFIGURATION, a_md=old)
    added = "<!-- newslint-disable-next demo/teh -- a town -->\n\nTeh end.\n"
    desk.write(a_md=f"{old}\n{added}", b_md="<!-- newslint-disable -->\n\nIt was very late.\n")
    options = ["check", ".", "--format", "concise", "--diff-base", "HEAD"]
    for _ in range(2):  # what was kept of the first run says the same
        status, out, _ = desk.run(*options)
        assert status == 0
        first, second = out.splitlines()[:-1]
        rule = "suggestion core/added-suppression"
        assert first == f"a.md:5:1: {rule} This change suppresses demo/teh: “a town”."
        assert second == f"b.md:1:1: {rule} This change suppresses all rules, without a reason."
    assert "added" not in desk.run("check", ".", "--format", "concise")[1]


def test_suppressions_by_fingerprint_that_a_change_adds_are_listed(desk: Desk) -> None:
    desk.commit(newslint_yaml=CONFIGURATION, a_txt="It rained.\n", c_txt="It rained.\n")
    desk.write(a_txt="Teh end.\n")
    data = json.loads(desk.run("check", "a.txt", "--format", "json")[1])
    fingerprint = data["files"][0]["findings"][0]["fingerprint"]
    (desk.root / "newslint-suppressions.yaml").write_text(
        f"suppressions:\n  - {{fingerprint: {fingerprint}, rule: demo/teh, path: a.txt, "
        "reason: a town, who: Ines}\n",
        encoding="utf-8",
    )
    status, out, _ = desk.run("check", ".", "--format", "concise", "--diff-base", "HEAD")
    assert status == 0
    assert out.splitlines()[0] == (
        "newslint-suppressions.yaml:2:5: suggestion core/added-suppression "
        "This change suppresses demo/teh in a.txt: “a town” (Ines)."
    )


def test_a_change_does_not_choose_its_own_rules(desk: Desk) -> None:
    desk.commit(newslint_yaml=f"{CONFIGURATION}baseline: b.json\n", a_txt="One.\n")
    desk.run("baseline", "write")
    desk.git("add", "-A")
    desk.git("commit", "-q", "-m", "the baseline")
    desk.write(a_txt="Then teh train left.\n", newslint_yaml="select: [core/double-full-stop]\n")
    very = desk.root / "packs/demo/words/teh.yaml"
    very.unlink()
    (desk.root / "newslint-suppressions.yaml").write_text("suppressions: []\n", encoding="utf-8")
    (desk.root / "b.json").unlink()
    assert desk.run("check", "a.txt")[0] == 0
    for _ in range(2):
        status, out, err = desk.run(
            "check", "a.txt", "--config-from", "HEAD", "--format", "concise"
        )
        assert (status, out.splitlines()[0], err) == (1, f"a.txt:1:6: {LINE}", "")


def test_a_sidecar_or_baseline_of_the_change_does_not_count(desk: Desk) -> None:
    desk.commit(newslint_yaml=CONFIGURATION, a_txt="One.\n")
    desk.write(a_txt="Teh end.\n")
    data = json.loads(desk.run("check", "a.txt", "--format", "json")[1])
    fingerprint = data["files"][0]["findings"][0]["fingerprint"]
    (desk.root / "newslint-suppressions.yaml").write_text(
        f"suppressions: [{{fingerprint: {fingerprint}, reason: r, who: w}}]\n", encoding="utf-8"
    )
    assert desk.run("check", "a.txt")[0] == 0
    assert desk.run("check", "a.txt", "--config-from", "HEAD")[0] == 1
    (desk.root / "newslint-suppressions.yaml").unlink()
    desk.run("baseline", "write", "a.txt")
    desk.write(newslint_yaml=f"{CONFIGURATION}baseline: newslint-baseline.json\n")
    assert desk.run("check", "a.txt")[0] == 0
    assert desk.run("check", "a.txt", "--config-from", "HEAD")[0] == 1


def test_a_configuration_comes_from_one_place(desk: Desk) -> None:
    status, _, err = desk.run("check", "--config", "newslint.yaml", "--config-from", "HEAD")
    assert status == 2
    assert "argument --config-from: not allowed with argument --config" in err
    desk.commit(a_txt="One.\n")
    status, _, err = desk.run("check", "a.txt", "--config-from", "nowhere")
    assert (status, err) == (
        2,
        "newslint: error: git knows no commit 'nowhere' (a branch, tag or hash that git knows)\n",
    )


def test_a_finding_may_be_let_stand_by_its_place(desk: Desk) -> None:
    desk.git("config", "user.name", "Ines Falk")
    desk.write(a_txt="Teh end, teh very end.\n", b__c_txt="It was very late.\n")
    status, out, _ = desk.run("stet", "a.txt:1:1", "--reason", "A town: “Teh”")
    assert (status, out) == (0, "demo/teh on “Teh” may stand: newslint-suppressions.yaml\n")
    assert desk.run("stet", "b/c.txt:1", "--reason", "r", "--who", "M", "--verified",
                    "--expires", "2030-01-31")[0] == 0  # fmt: skip
    text = (desk.root / "newslint-suppressions.yaml").read_text(encoding="utf-8")
    assert text.startswith("suppressions:\n  - fingerprint: ")
    assert 'reason: "A town: “Teh”"\n    who: "Ines Falk"\n    rule: "demo/teh"\n' in text
    assert '    path: "b/c.txt"\n    expires: "2030-01-31"\n    verdict: "stet"\n' in text
    status, lines = desk.check("--today", "2030-01-31")
    assert [line.split(" ")[0] for line in lines[:-1]] == ["a.txt:1:10:", "a.txt:1:14:"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["a.txt"], "newslint: error: 'a.txt' is no PATH:LINE or PATH:LINE:COLUMN"),
        (["a.txt:2"], "a.txt:2: error: nothing is found here"),
        (["a.txt:1:2"], "a.txt:1:2: error: nothing is found here"),
        (["a.txt:1"], "a.txt:1: error: 2 findings: demo/teh at 1, demo/very at 10 (name one with"),
        (["none.txt:1"], "none.txt: error: cannot be read"),
    ],
)
def test_what_cannot_be_let_stand(desk: Desk, arguments: list[str], message: str) -> None:
    desk.write(a_txt="Teh end, very late.\n")
    status, _, err = desk.run("stet", *arguments, "--reason", "r")
    assert status == 2
    assert err.startswith(message)


def test_a_sidecar_in_another_form_is_left_alone(desk: Desk) -> None:
    desk.write(a_txt="Teh end.\n")
    path = desk.root / "newslint-suppressions.yaml"
    path.write_text("suppressions: [{fingerprint: a, reason: r, who: w}]\n", encoding="utf-8")
    status, _, err = desk.run("stet", "a.txt:1", "--reason", "r")
    assert status == 2
    assert "is written in a form that nothing can be added to" in err
    assert path.read_text(encoding="utf-8").startswith("suppressions: [{")

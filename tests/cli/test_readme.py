"""What the README says is what happens."""

from __future__ import annotations

import io
import re
import shlex
import shutil
import tomllib
from collections.abc import Iterator
from contextlib import redirect_stdout
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml

from newslint.authoring.examples import failures
from newslint.cli import main
from newslint.config import Config, parse_config
from newslint.schema import keys_of
from newslint.store.rules import list_reader, load_rule
from newslint.suppress import parse_sidecar

REPOSITORY = Path(__file__).resolve().parent.parent.parent
TEXT = (REPOSITORY / "README.md").read_text(encoding="utf-8")


class CodeBlock(NamedTuple):
    language: str
    text: str


BLOCKS = [
    CodeBlock(*match.groups())
    for match in re.finditer(r"^```(\w*)\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL)
]


def blocks(language: str, opening: str = "") -> list[str]:
    return [
        block.text
        for block in BLOCKS
        if block.language == language and block.text.startswith(opening)
    ]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(REPOSITORY / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(command: str, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    name, *arguments = shlex.split(command)
    assert name == "newslint"
    status = main(arguments)
    captured = capsys.readouterr()
    assert captured.err == ""
    return status, captured.out


def test_the_first_two_blocks_are_the_two_commands() -> None:
    set_up = "python3 -m venv .venv && .venv/bin/pip install -q -e "
    assert BLOCKS[0].text == f"{set_up}. && .venv/bin/newslint check examples --fail-on never\n"
    assert BLOCKS[1].text == f"{set_up}'.[dev]' && .venv/bin/pytest\n"


def test_the_examples_are_checked_without_error(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, output = run("newslint check examples --fail-on never", capsys)
    assert status == 0
    assert "examples/bad/" in output
    assert "examples/clean/" not in output


def consoles() -> Iterator[tuple[str, str]]:
    for text in blocks("console"):
        for part in re.split(r"^\$ ", text, flags=re.MULTILINE)[1:]:
            command, _, output = part.partition("\n")
            yield command, output


@pytest.mark.parametrize(("command", "expected"), list(consoles()))
def test_the_output_shown_is_the_output(
    command: str, expected: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _, output = run(command, capsys)
    assert output == expected


def test_every_way_to_check(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (text,) = blocks("sh", "newslint check article.md")
    (folder / "articles").mkdir()
    for name in ("article.md", "articles/a.md"):
        (folder / name).write_text("It cost the the town $2 million.\n", encoding="utf-8")
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"It rained.\n")))
    for line in text.splitlines():
        command = line.partition("#")[0].partition("<")[0]
        assert main(shlex.split(command)[1:]) == 0, line
    assert (folder / "articles/a.md").read_text(
        encoding="utf-8"
    ) == "It cost the town $2 million.\n"
    assert (folder / "report.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_the_rule_meets_its_own_examples(tmp_path: Path) -> None:
    (text,) = blocks("yaml", "check:")
    path = tmp_path / "council.yaml"
    path.write_text(text, encoding="utf-8")
    assert failures(load_rule(path, "tribune"), text) == []
    assert list_reader(tmp_path)


def test_the_configuration_shows_every_key() -> None:
    (text,) = blocks("yaml", "profile:")
    config = parse_config(text, "newslint.yaml", "/").config
    assert config.ignore == ("desk/mixed-dashes",)
    assert config.paths[0].fail_on == "never"
    shown = set(yaml.safe_load(text))
    assert shown == set(keys_of(Config)) - {"select"}


def test_the_rules_named_exist(folder: Path) -> None:
    named = set(re.findall(r"\b(?:core|desk)/[a-z][a-z-]+", TEXT))
    (folder / "a.txt").write_text("It rained.\n", encoding="utf-8")
    assert named
    for each in sorted(named):
        assert main(["check", "a.txt", "--select", each]) == 0, each


def test_the_sidecar_can_be_read() -> None:
    (text,) = blocks("yaml", "suppressions:")
    (entry,) = parse_sidecar(text, "newslint-suppressions.yaml", "/").entries
    assert entry.suppression.verdict == "stet"


def test_the_comments_are_directives(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (text,) = blocks("markdown")
    article = text.replace("…", "It cost 40 million dollars.") + "\nIt cost 50 million dollars.\n"
    (folder / "a.md").write_text(article, encoding="utf-8")
    _, output = run("newslint check a.md --format concise --select core/currency-form", capsys)
    lines = [line.split(":")[1] for line in output.splitlines()[:-1]]
    assert lines == ["2"]  # the one before disable-next; the paragraph after it is suppressed


def test_the_hooks_exist() -> None:
    (text,) = blocks("yaml", "repos:")
    hooks = yaml.safe_load((REPOSITORY / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    known = {hook["id"] for hook in hooks}
    (repository,) = yaml.safe_load(text)["repos"]
    assert {hook["id"] for hook in repository["hooks"]} <= known
    assert "newslint-fix" in known


def test_the_python_example_runs() -> None:
    (text,) = blocks("python")
    output = io.StringIO()
    with redirect_stdout(output):
        exec(text, {})
    assert output.getvalue() == (
        "core/currency-form Span(start=8, end=27) Write $2.5 billion, not 2.5 billion dollars.\n"
    )


FORMAT_NAMES = {
    "docx": "Word", "feed": "RSS and Atom", "html": "HTML pages", "jsonl": "JSON Lines",
    "markdown": "Markdown with front matter", "newsml": "NewsML-G2", "ninjs": "ninjs",
    "nitf": "NITF", "odt": "OpenDocument", "text": "plain text",
}  # fmt: skip


def test_every_format_is_named() -> None:
    from newslint.readers import FORMATS

    assert set(FORMAT_NAMES) == set(FORMATS)
    (sentence,) = re.findall(r"^It reads .*?\.\s", TEXT, re.MULTILINE | re.DOTALL)
    for name in FORMAT_NAMES.values():
        assert name in " ".join(sentence.split())


def test_the_number_of_reports_is_right() -> None:
    from newslint.reporters import FORMATS

    assert "There are fourteen kinds of report" in TEXT
    assert len(FORMATS) == 14


def test_the_pages_linked_exist() -> None:
    targets = re.findall(r"\]\((?!https?:)([^)#]+)\)", TEXT)
    assert targets
    for target in targets:
        assert (REPOSITORY / target).is_file(), target


def test_rules_are_listed_explained_and_tested(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "core/name-spelling" in run("newslint rules", capsys)[1]
    assert "desk/mixed-dashes" in run("newslint rules --profile desk", capsys)[1]
    assert "Why: " in run("newslint explain core/name-spelling", capsys)[1]
    names = folder / "house" / "tribune" / "names"
    names.mkdir(parents=True)
    (names.parent / "pack.yaml").write_text("name: tribune\n", encoding="utf-8")
    (rule,) = blocks("yaml", "check:")
    (names / "council.yaml").write_text(rule, encoding="utf-8")
    assert run("newslint test house/", capsys) == (0, "2 examples of 1 rule: all met\n")


def test_a_baseline_makes_only_new_findings_count(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    article = folder / "a.md"
    article.write_text("It cost 40 million dollars.\n", encoding="utf-8")
    status, _ = run("newslint baseline write a.md", capsys)
    assert status == 0
    (folder / "newslint.yaml").write_text(
        "baseline: newslint-baseline.json\nfail_on: warning\n", encoding="utf-8"
    )
    assert run("newslint check a.md", capsys)[0] == 0
    article.write_text("It rained.\n\nIt cost 40 million dollars.\n", encoding="utf-8")
    assert run("newslint check a.md", capsys)[0] == 0
    article.write_text(
        "It cost 40 million dollars.\n\nIt was to cost 50 million dollars.\n", encoding="utf-8"
    )
    assert run("newslint check a.md", capsys)[0] == 1
    article.write_text("It rained.\n", encoding="utf-8")
    assert main(["baseline", "check", "a.md"]) == 1


def test_the_servers_and_their_extras_exist(capsys: pytest.CaptureFixture[str]) -> None:
    (text,) = blocks("sh", ".venv/bin/pip install")
    install, *commands = (line.partition("#")[0].split() for line in text.splitlines())
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = install[-1].strip("'").removeprefix(".[").removesuffix("]").split(",")
    assert set(extras) <= set(project["optional-dependencies"])
    assert [command[1] for command in commands] == ["serve", "lsp"]
    for command in commands:
        with pytest.raises(SystemExit) as ended:
            main([*command[1:], "--help"])
        assert ended.value.code == 0
    assert "8081" in capsys.readouterr().out

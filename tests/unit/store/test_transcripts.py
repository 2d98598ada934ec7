"""Reading the transcripts that quotations are verified against."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from newslint.errors import NewslintError
from newslint.store.transcripts import Heard, load_transcripts, named_transcripts


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "empty.txt").write_text("")
    (tmp_path / "news" / "talk, part 1.txt").write_text("PARK: The pier is shut.\n")
    (tmp_path / "release.html").write_text("<p>The <b>pier</b> opens.</p>")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def said(*names: str) -> Heard:
    return named_transcripts({"transcripts": "\n".join(names)}, "news/a.md", {})


def test_files_of_any_format_are_read_under_their_names() -> None:
    assert load_transcripts(["release.html"]) == {"release.html": "The pier opens."}


def test_all_that_cannot_be_read_is_said_at_once() -> None:
    with pytest.raises(NewslintError) as caught:
        load_transcripts(["gone.txt", "release.html", "news/empty.txt"])
    assert str(caught.value).splitlines() == [
        "gone.txt: error: cannot be read: No such file or directory",
        "news/empty.txt: error: the file is empty",
    ]


def test_paths_start_from_the_article() -> None:
    heard = said("talk, part 1.txt", "../release.html")
    assert heard.problems == ()
    assert {name: text.strip() for name, text in heard.texts.items()} == {
        "news/talk, part 1.txt": "PARK: The pier is shut.",
        "release.html": "The pier opens.",
    }


def test_without_names_what_was_given_stays_as_it_is() -> None:
    given = {"talk.txt": "Yes."}
    assert named_transcripts({}, "a.md", given).texts is given


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("gone.txt", "transcript news/gone.txt: cannot be read: No such file or directory"),
        ("empty.txt", "transcript news/empty.txt: the file is empty"),
        ("../news", "transcript news: is no file"),
        ("a\0b", "transcript 'a\\x00b': is no name of a file"),
        ("\ud800", "transcript '\\ud800': is no name of a file"),
    ],
)
def test_what_cannot_be_read_is_a_problem_of_the_article(name: str, message: str) -> None:
    heard = said(name, "../release.html")
    assert list(heard.texts) == ["release.html"]
    assert [(each.path, each.message) for each in heard.problems] == [("news/a.md", message)]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
def test_a_pipe_is_not_waited_for(desk: Path) -> None:
    os.mkfifo(desk / "news" / "pipe.txt")
    assert said("pipe.txt").problems[0].message == "transcript news/pipe.txt: is no file"

"""What is checked again, and what is not."""

from __future__ import annotations

import pytest

from newslint.lsp.checking import Checker, Text
from newslint.session import Session
from newslint.store.configs import Configs

CLEAN = Text("wall.md", "markdown", 1, "Rents rose on Monday.\n")
TWICE = CLEAN._replace(version=2, content="Rents rose on on Monday.\n")


@pytest.fixture
def checker(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return Checker(lambda: Session(Configs()))


@pytest.fixture
def checked(checker, monkeypatch):
    paths = []
    whole = Session.check

    def check(session, path, data):
        paths.append(data.decode())
        return whole(session, path, data)

    monkeypatch.setattr(Session, "check", check)
    return paths


def test_the_same_words_are_checked_once(checker, checked):
    first = checker.check(CLEAN)
    assert checker.check(CLEAN) is first
    assert [each.finding.rule for each in checker.check(TWICE).findings] == ["core/doubled-word"]
    assert checker.check(CLEAN._replace(version=3)) is first  # one step back
    assert checked == [CLEAN.content, TWICE.content]


def test_another_format_is_another_text(checker, checked):
    plain = Text("wall", "plaintext", 1, CLEAN.content)
    checker.check(plain)
    checker.check(plain._replace(language="markdown"))
    assert len(checked) == 2


def test_what_was_found_is_forgotten(checker, checked):
    checker.check(CLEAN)
    checker.forget()
    checker.check(CLEAN)
    checker.close(CLEAN.path)
    checker.check(CLEAN)
    assert len(checked) == 3


def test_only_a_few_states_are_kept(checker, checked):
    texts = [CLEAN._replace(version=each, content="Rents rose. " * each) for each in range(1, 6)]
    for text in (*texts, texts[-1], texts[0]):
        checker.check(text)
    assert len(checked) == 6

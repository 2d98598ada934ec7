"""Compiled patterns kept between runs."""

import pytest

from newslint import regexes
from newslint.store.programs import ProgramCache

SOURCES = [rf"\b(?P<word>[a-z]{{{number}}}) (?:of|for)\b(?<!x)" for number in range(2, 22)]


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setattr(regexes, "_find", regexes._nothing)
    monkeypatch.setattr(regexes, "_fresh", [])
    return tmp_path / "cache"


def spans():
    patterns = [regexes.compiled(source, regexes.IGNORECASE) for source in SOURCES]
    text = "Gusts OF sixty knots, out of season, for a week of rain"
    return [[(match.span(), match["word"]) for match in each.finditer(text)] for each in patterns]


def test_kept_patterns_find_what_compiled_ones_find(folder):
    expected = spans()
    assert sum(map(len, expected)) == 3
    ProgramCache(folder).save()
    ProgramCache(folder).load()
    assert spans() == expected
    assert list(regexes.fresh()) == []


def test_damaged_patterns_are_compiled_again(folder):
    expected = spans()
    ProgramCache(folder).save()
    [path] = folder.glob("*.programs")
    path.write_bytes(path.read_bytes()[:-40] + b"\0" * 40)
    ProgramCache(folder).load()
    assert spans() == expected
    assert len(list(regexes.fresh())) == len(SOURCES)


def test_a_pattern_is_compiled_when_it_is_used(folder):
    pattern = regexes.compiled("[")
    with pytest.raises(regexes.regex.error):
        pattern.search("anything")

"""Configurations that an earlier run parsed."""

from __future__ import annotations

from pathlib import Path

import pytest

from newslint.config import ConfigFile, parse_config, parse_pyproject
from newslint.digest import checksum
from newslint.errors import NewslintError
from newslint.finding import Severity, SuppressionPolicy
from newslint.store.configcache import ConfigCache

TEXT = """\
profile: desk
rules: [house]
severity: {desk/long-sentence: error}
suppressions: {reason: required}
paths:
- match: ["*.md"]
  fail_on: warning
"""


def refuse(text: str, path: str, folder: str) -> ConfigFile:
    raise AssertionError("parsed again")


refuse.__name__ = parse_config.__name__


def test_a_text_is_parsed_once(tmp_path: Path) -> None:
    made = ConfigCache(tmp_path).parse(parse_config, TEXT, "a/newslint.yaml", "/a")
    assert made == parse_config(TEXT, "a/newslint.yaml", "/a")
    again = ConfigCache(tmp_path).parse(refuse, TEXT, "b/newslint.yaml", "/b")
    assert again == parse_config(TEXT, "b/newslint.yaml", "/b")
    assert again is not None
    assert again.config.severity == {"desk/long-sentence": Severity.ERROR}
    assert isinstance(again.config.suppressions, SuppressionPolicy)
    assert again.problem(["paths", 0, "fail_on"], "m").line == 7


def test_other_text_and_toml_are_parsed_for_themselves(tmp_path: Path) -> None:
    cache = ConfigCache(tmp_path)
    text = "[tool.newslint]\nprofile = 'ap'\n"
    assert cache.parse(parse_pyproject, "[tool.other]\n# newslint\n", "p.toml", "/") is None
    made = cache.parse(parse_pyproject, text, "p.toml", "/")
    again = cache.parse(parse_pyproject, text, "p.toml", "/")
    assert made == again
    assert again is not None
    assert again.problem(["profile"], "m").line == 2


def test_what_is_wrong_is_said_every_time(tmp_path: Path) -> None:
    for _ in range(2):
        with pytest.raises(NewslintError):
            ConfigCache(tmp_path).parse(parse_config, "profil: desk\n", "newslint.yaml", "/")


@pytest.mark.parametrize("data", [b"", b"[]", b"\xff", b'{"record": "os:system", "values": {}}'])
def test_a_damaged_file_is_made_anew(tmp_path: Path, data: bytes) -> None:
    cache = ConfigCache(tmp_path)
    made = cache.parse(parse_config, TEXT, "newslint.yaml", "/")
    (kept,) = tmp_path.glob("*.config")
    kept.write_bytes(data)
    assert cache.parse(parse_config, TEXT, "newslint.yaml", "/") == made
    key = kept.name.split(".")[0]
    kept.unlink(missing_ok=True)
    (tmp_path / f"{key}.{checksum([data])}.config").write_bytes(data)
    assert cache.parse(parse_config, TEXT, "newslint.yaml", "/") == made

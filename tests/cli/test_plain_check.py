"""A check without options loads only what it needs, and does what the parser would ask for."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from newslint.cli.check import plain
from newslint.cli.parser import parser_of

ARTICLE = """\
Council backs harbour wall

The wall will cost 2.5 billion dollars, Mayor Tomas Ekeland said on Friday. “We have waited for it
since the storm of January 2019, and nobody will wait any longer,” Ekeland said.

Some 1,200 homes stand behind the the old wall, 40% of them on Mill Street.
"""
#: What a plain check of a text file does without once its caches are warm: modules and packages.
#: Each costs the start of every hook and every editor between half a millisecond and a hundred.
FORBIDDEN = {
    "argparse", "ahocorasick_rs", "ast", "asyncio", "bz2", "calendar", "concurrent", "csv",
    "ctypes", "dataclasses", "decimal", "difflib", "email", "fractions", "gettext", "html",
    "http", "importlib.metadata", "inspect", "jinja2", "justhtml", "locale", "logging", "lxml",
    "lzma", "markdown_it", "msgspec", "multiprocessing", "pathspec", "pint", "platform",
    "platformdirs", "queue", "random", "rapidfuzz", "re2", "regex", "rich", "selectors", "shutil",
    "socket", "statistics", "subprocess", "tempfile", "textwrap", "threading", "tokenize",
    "tomllib", "tqdm", "uuid", "xml", "yaml", "zipfile",
    "newslint.annotate.lists", "newslint.authoring", "newslint.baseline",
    "newslint.checks.list_consistency", "newslint.cli.parser", "newslint.fixer",
    "newslint.gate", "newslint.lsp", "newslint.pool", "newslint.rulefile", "newslint.server",
    "newslint.checks.factbase", "newslint.store.choice", "newslint.store.factcache",
    "newslint.store.factkeys", "newslint.store.facts", "newslint.store.git",
    "newslint.store.results", "newslint.store.rules", "newslint.store.transcripts",
    "newslint.writers",
}  # fmt: skip

SCRIPT = """
import json, sys
from newslint.cli import main
status = main(["check", "article.txt"])
print(json.dumps([status, sorted(sys.modules)]), file=sys.stderr)
"""


def checked(folder: Path) -> tuple[int, set[str]]:
    """Check the article in a process of its own; returns the status and what was loaded."""
    environment = {**os.environ, "NEWSLINT_CACHE_DIR": str(folder / "cache")}
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT], cwd=folder, env=environment,
        capture_output=True, text=True, check=True, timeout=120,
    )  # fmt: skip
    status, modules = json.loads(done.stderr)
    return status, set(modules)


@pytest.mark.skipif(sys.platform == "win32", reason="the standard library loads more there")
def test_a_plain_check_loads_no_more_than_it_needs(tmp_path: Path) -> None:
    (tmp_path / "article.txt").write_text(ARTICLE, encoding="utf-8")
    script = [sys.executable, "-c", "import json, sys; print(json.dumps(sorted(sys.modules)))"]
    bare = set(json.loads(subprocess.run(script, capture_output=True, check=True).stdout))
    for _ in range(2):  # the first run keeps the rules, the second what weak patterns need
        assert checked(tmp_path)[0] == 0
    status, modules = checked(tmp_path)
    assert status == 0
    assert sorted((modules - bare) & FORBIDDEN) == []
    assert "newslint.checks.currency_form" in modules


@pytest.mark.skipif(sys.platform == "win32", reason="the standard library loads more there")
def test_facts_that_the_article_does_not_touch_load_no_checks(tmp_path: Path) -> None:
    (tmp_path / "article.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "facts").mkdir()
    sheet = tmp_path / "facts" / "people.yaml"
    sheet.write_text("people: [{name: Ana Oberholt, pronouns: she/her, origin: x}]\n")
    for _ in range(2):
        assert checked(tmp_path)[0] == 0
    status, modules = checked(tmp_path)
    assert status == 0
    assert "newslint.store.factcache" in modules
    unwanted = {"_hashlib", "yaml", "newslint.store.facts", "newslint.checks.factbase"}
    assert sorted(modules & unwanted) == []
    sheet.write_text("people: [{name: Tomas Ekeland, wrong: Tom Ekeland, origin: x}]\n")
    for _ in range(2):
        status, modules = checked(tmp_path)
    assert status == 0
    assert "newslint.checks.fact_spelling" in modules
    unwanted = {"newslint.checks.fact_event", "newslint.checks.fact_pronouns"}
    assert sorted(modules & unwanted) == []


def test_a_plain_check_has_what_the_parser_would_give() -> None:
    parsed = parser_of(["check"]).parse_args(["check", "a.txt", "b.md"])
    assert vars(plain(["a.txt", "b.md"])) == vars(parsed)

"""The page, in a real browser where there is one, and its parts where there is none."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from newslint.session import Session
from newslint.store.configs import Configs
from tests.script_builds import built

PAGE = Path(__file__).resolve().parents[3] / "newslint" / "server" / "page"


def test_the_page_names_only_what_is_served(client):
    page = client.get("/")
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    named = re.findall(r'(?:src|href)="([^"]+)"', page.text)
    assert sorted(named) == ["/assets/desk.css", "/assets/desk.js", "/assets/icon.svg"]
    for address in named:
        assert client.get(address).content == (PAGE / Path(address).name).read_bytes()
    assert client.get("/assets/package.json").status_code == 404


def test_the_nonce_is_of_one_answer_only(client):
    nonces = []
    for _ in range(2):
        page = client.get("/")
        [nonce] = re.findall(r'name="nonce" content="([\w-]{20,})"', page.text)
        assert f"'nonce-{nonce}'" in page.headers["content-security-policy"]
        nonces.append(nonce)
    assert nonces[0] != nonces[1]


def test_the_built_script_loads_nothing_from_elsewhere():
    script = (PAGE / "desk.js").read_text(encoding="utf-8")
    addresses = set(re.findall(r"https?://[\w./-]+", script))
    assert addresses <= {"http://www.w3.org/2000/svg", "http://www.w3.org/1999/xhtml"}
    assert "eval(" not in script


def test_the_script_is_what_its_sources_make(tmp_path):
    made = built(PAGE, tmp_path / "desk.js")
    assert made == (PAGE / "desk.js").read_text(encoding="utf-8"), "run npm run build"


def test_an_editor_works_on_the_page(address, tmp_path):
    browser, node = shutil.which("chromium"), shutil.which("node")
    if not browser or not node or not (PAGE / "node_modules" / "playwright-core").is_dir():
        pytest.skip("no Chromium is at hand")
    script = Path(__file__).with_name("page.mjs")
    done = subprocess.run(
        [node, script, f"{address}/", PAGE, browser, tmp_path],
        check=False,
        capture_output=True,
        text=True,
        timeout=180,
    )
    assert done.stdout == "all well\n", done.stderr
    # What was decided on the page holds where files are checked.
    article, sidecar = tmp_path / "example.txt", tmp_path / "newslint-suppressions.yaml"
    assert "core/unit-conversion" not in rules_found(article)
    sidecar.unlink()
    assert "core/unit-conversion" in rules_found(article)


def rules_found(article: Path) -> list[str]:
    report = Session(Configs()).check(str(article), article.read_bytes())
    return [placed.finding.rule for placed in report.findings]

import json

import pytest

from newslint.authoring import generate
from newslint.authoring.pages import escaped, index_page, rule_page, rules_table
from newslint.rulebook import Pack
from newslint.rulefile import WordList, parse_rule

RULE = """\
check: substitution
message: "Write {replacement} | not *{found}*."
why: One form is enough.
applicability: safe
swap: {utilise: use}
examples:
  - bad: "They [[utilise]] it."
    fixed: "They use it."
  - good: "They use it."
"""
HEADINGS = ["# own/plain", "## Why", "## Examples", "## Settings", "## Parameters", "## Silence it"]


@pytest.fixture
def rule():
    return parse_rule(RULE, "own/words/plain.yaml", "own", lambda name: WordList(name, ()))


@pytest.fixture
def repository(tmp_path, monkeypatch):
    folder = tmp_path / "rules" / "own" / "words"
    folder.mkdir(parents=True)
    (folder.parent / "pack.yaml").write_text("name: own\ntitle: Own\ndescription: Ours.\n")
    (folder / "plain.yaml").write_text(RULE)
    (tmp_path / "README.md").write_text(
        "# R\n<!-- rules:begin -->\nold\n<!-- rules:end -->\nrest\n"
    )
    for module in (generate, __import__("newslint.store.rules", fromlist=["rules"])):
        monkeypatch.setattr(module, "rules_folder", lambda: tmp_path / "rules")
    return tmp_path


def test_a_page_has_fixed_headings(rule):
    page = rule_page(rule)
    assert [line for line in page.splitlines() if line.startswith("#")] == HEADINGS
    assert "They utilise it.\n     ^^^^^^^\n→ They use it.\n" in page
    assert "> Write {replacement} | not \\*{found}\\*.\n" in page
    assert "| Fix | safe: `--fix` makes it |\n" in page


def test_the_index_links_to_pages(rule):
    index = index_page({"own": Pack("own", "Own", "Ours.")}, [rule])
    assert "1 rules in 1 packs." in index
    row = "| [plain](own/plain.md) | warning | safe | Write {replacement} \\| not \\*{found}\\*. |"
    assert row in index.splitlines()
    assert rules_table([rule], "x/").splitlines()[2].startswith("| [plain](x/plain.md) |")


def test_markup_is_escaped():
    assert escaped("a*b_c<d[e\\") == "a\\*b\\_c\\<d\\[e\\\\"


def test_all_is_written_and_then_nothing_differs(repository, capsys):
    assert generate.main([]) == 0
    assert "wrote: docs/rules/own/plain.md\n" in capsys.readouterr().out
    assert json.loads((repository / "docs/schema/rule.json").read_text())["title"]
    readme = (repository / "README.md").read_text()
    assert "| [own](docs/rules/index.md) | 1 | Ours. |\n<!-- rules:end -->\nrest\n" in readme
    assert "old" not in readme
    assert generate.main(["--check"]) == 0
    assert capsys.readouterr().out == ""


def test_drift_is_named_and_not_mended_by_check(repository, capsys):
    generate.main([])
    page = repository / "docs/rules/own/plain.md"
    page.write_text("changed")
    (repository / "docs/rules/own/gone.md").write_text("of a rule that is no more")
    capsys.readouterr()
    assert generate.main(["--check"]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "differs: docs/rules/own/plain.md",
        "differs: docs/rules/own/gone.md",
    ]
    assert page.read_text() == "changed"
    assert generate.main([]) == 0
    assert not (repository / "docs/rules/own/gone.md").exists()


def test_a_broken_rule_stops_it(repository, capsys):
    (repository / "rules/own/words/plain.yaml").write_text("check: nothing\n")
    assert generate.main([]) == 2
    assert "unknown check 'nothing'" in capsys.readouterr().err

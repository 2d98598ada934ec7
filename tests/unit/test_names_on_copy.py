"""What the rules about names and terms find in a badly edited piece kept beside the checkout."""

from pathlib import Path

import pytest

from newslint.document import Document
from newslint.linter import Linter
from newslint.store.rules import load_profile


@pytest.mark.parametrize(
    ("rule", "word"),
    [
        ("desk/designator-number", "S-400"),
        ("core/half-capitalised-body", "Secretariat"),
        ("desk/body-names", "Secretariat"),
        ("desk/role-for-name", "added"),
        ("core/term-capitalisation", "patriot"),
        ("core/acronym-letters", "CAATSA"),
        ("desk/acronym-reversed", "CAATSA"),
    ],
)
def test_faults_of_names_are_found(shared: Path, rule: str, word: str) -> None:
    document = Document.from_text((shared / "seed" / "article.txt").read_text(encoding="utf-8"))
    found = Linter(load_profile("desk")).check(document).findings
    assert any(finding.rule == rule and word in finding.span.of(document.text) for finding in found)


def test_no_name_of_it_is_called_misspelled(shared: Path) -> None:
    document = Document.from_text((shared / "seed" / "article.txt").read_text(encoding="utf-8"))
    found = Linter(load_profile("desk")).check(document).findings
    rules = {"core/name-spelling", "core/name-lower-case", "core/role-changed", "core/term-forms"}
    assert not [finding for finding in found if finding.rule in rules]

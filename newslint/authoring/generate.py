"""Write what is made from the rules and types: rule pages, JSON Schemas, the README's table.

python -m newslint.authoring.generate            write them
python -m newslint.authoring.generate --check    only say which differ; exit code 1 if any do
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from newslint.authoring.pages import index_page, packs_table, rule_page
from newslint.authoring.schemas import SCHEMAS
from newslint.errors import NewslintError
from newslint.lexicon import rules_folder
from newslint.rulebook import Pack, Rule
from newslint.store.rules import Library

PAGES = "docs/rules"
SCHEMA_FOLDER = "docs/schema"
README = "README.md"
_TABLE = re.compile(r"(?<=<!-- rules:begin -->\n).*?(?=<!-- rules:end -->)", re.DOTALL)


def main(argv: Sequence[str] | None = None) -> int:
    """Write or check; returns the exit code."""
    parser = argparse.ArgumentParser(description="Write what is made from the rules.")
    parser.add_argument("--check", action="store_true", help="only say which files differ")
    arguments = parser.parse_args(argv)
    root = rules_folder().parent
    try:
        changed = list(differences(root, generated(root)))
    except NewslintError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    for path, text in changed:
        sys.stdout.write(f"{'differs' if arguments.check else 'wrote'}: {path}\n")
        if not arguments.check:
            write(root / path, text)
    return 1 if changed and arguments.check else 0


def generated(root: Path) -> dict[str, str]:
    """Return path -> text of all that is generated, paths relative to the repository."""
    packs, rules = load()
    files = pages(packs, rules, PAGES)
    files |= {f"{SCHEMA_FOLDER}/{name}.json": schema_text(name) for name in SCHEMAS}
    readme = root / README
    if readme.is_file() and _TABLE.search(readme.read_text(encoding="utf-8")):
        table = packs_table(packs, rules, f"{PAGES}/index.md")
        old = readme.read_text(encoding="utf-8")
        files[README] = _TABLE.sub(lambda _: table + "\n", old, count=1)
    return files


def load(library: Library | None = None) -> tuple[dict[str, Pack], list[Rule]]:
    """Load all packs and rules, sorted; raises NewslintError."""
    library = library or Library()
    packs: dict[str, Pack] = {}
    rules: list[Rule] = []
    for name, folder in sorted(library.packs().items()):
        packs[name], own = library.load_pack(folder)
        rules += own
    return packs, rules


def pages(packs: Mapping[str, Pack], rules: Sequence[Rule], folder: str) -> dict[str, str]:
    """Return path -> text of the rule pages and their index."""
    files = {f"{folder}/{rule.id}.md": rule_page(rule) for rule in rules}
    files[f"{folder}/index.md"] = index_page(packs, rules)
    return files


def schema_text(name: str) -> str:
    """Return one of the JSON Schemas as text."""
    return json.dumps(SCHEMAS[name](), ensure_ascii=False, indent=2) + "\n"


def differences(root: Path, files: Mapping[str, str]) -> Iterator[tuple[str, str | None]]:
    """Yield path and new text of each file that differs; None for one that is to go."""
    for path, text in sorted(files.items()):
        target = root / path
        if not target.is_file() or target.read_text(encoding="utf-8") != text:
            yield path, text
    for found in sorted((root / PAGES).rglob("*.md")):
        path = found.relative_to(root).as_posix()
        if path not in files:
            yield path, None


def write(target: Path, text: str | None) -> None:
    """Write a generated file, or remove one that is no longer generated."""
    if text is None:
        target.unlink()
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    sys.exit(main())

"""`newslint new`: begin a rule."""

from __future__ import annotations

import re
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import Any

from newslint.authoring.starter import pack_text, rule_text
from newslint.checks import KINDS
from newslint.cli import CLEAN, options
from newslint.cli.rulebase import add_config, config_of, house_folders, library_of
from newslint.errors import NewslintError
from newslint.store.nearest import shown

_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
#: Where a house's packs go if its configuration does not say so.
_FOLDER = "rules"


def add(subparsers: Any) -> None:  # noqa: ANN401 - argparse has no public type for it
    """Add the command to the parser."""
    parser: ArgumentParser = subparsers.add_parser(
        "new",
        help="begin a rule",
        description="Write the file of a new rule, with examples to replace. The pack is made if "
        "there is none of its name.",
    )
    parser.add_argument("rule", metavar="PACK/TOPIC/NAME", help="such as house/titles/right-hon")
    parser.add_argument(
        "--check",
        required=True,
        type=options.one_of("check", KINDS),
        metavar="KIND",
        help="the kind of check, such as substitution",
    )
    add_config(parser)
    parser.set_defaults(run=run)


def run(arguments: Namespace) -> int:
    """Write the file; raises NewslintError if there is one already."""
    pack, topic, name = _parts(arguments.rule)
    config = config_of(arguments)
    library = library_of(config)
    folders = house_folders(config)
    folder = library.packs().get(pack) or (folders[0] if folders else Path(_FOLDER)) / pack
    if folder.parent == library.folders[0]:
        raise NewslintError.of(
            f"'{pack}' is a pack that comes with newslint", hint="name a pack of your own"
        )
    path = folder / topic / f"{name}.yaml"
    taken = next(folder.rglob(f"{name}.yaml"), None) if folder.is_dir() else None
    if taken is not None:
        raise NewslintError.of(f"there is a rule '{pack}/{name}' already", path=shown(taken))
    path.parent.mkdir(parents=True, exist_ok=True)
    if not (folder / "pack.yaml").exists():
        _write(folder / "pack.yaml", pack_text(pack))
    _write(path, rule_text(f"{pack}/{name}", arguments.check))
    if not folders:
        print(f"add 'rules: [{_FOLDER}]' and 'profile: {pack}' to newslint.yaml, so that it speaks")
    print(f"then run: newslint test {shown(path)}")
    return CLEAN


def _parts(rule: str) -> tuple[str, str, str]:
    parts = rule.split("/")
    if len(parts) == 2:
        parts.insert(1, "style")
    if len(parts) != 3 or not all(map(_NAME.fullmatch, parts)):
        hint = "small letters, figures and hyphens: house/titles/right-hon"
        raise NewslintError.of(f"'{rule}' is not PACK/TOPIC/NAME", hint=hint)
    pack, topic, name = parts
    return pack, topic, name


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")
    print(f"wrote {shown(path)}")

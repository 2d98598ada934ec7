"""Find and read the sidecar file of suppressions: the nearest one above an article."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from newslint.errors import NewslintError
from newslint.store.configs import Configs
from newslint.store.nearest import Nearest, absolute, shown
from newslint.store.raw import read_text, write_bytes
from newslint.suppress import Sidecar, Suppression, parse_sidecar

if TYPE_CHECKING:
    from newslint.store.snapshot import Snapshot

NAME = "newslint-suppressions.yaml"


def sidecars(snapshot: Snapshot | None = None) -> Nearest[Sidecar]:
    """Return the finder of sidecars; an empty one stands where there is none."""

    def in_folder(folder: Path) -> Sidecar | None:
        path = (snapshot.of(folder) if snapshot else folder) / NAME
        if not path.is_file():
            return None
        return parse_sidecar(read_text(path), shown(folder / NAME), folder.as_posix())

    return Nearest(in_folder, Sidecar())


def place_for(folder: Path, configs: Configs) -> Path:
    """Return the sidecar that governs a folder's files, or where it should be written.

    That is beside their configuration; in the folder itself where there is none.
    """
    found = sidecars().of(folder)
    home = found.folder or configs.of(folder).folder or absolute(folder).as_posix()
    return Path(home, NAME)


def add_entry(path: Path, entry: Suppression) -> None:
    """Add a suppression at the end of a sidecar and leave the rest as it is; NewslintError."""
    text = read_text(path) if path.exists() else "suppressions:\n"
    if text.strip() == "suppressions:":
        indent = "  "
    else:
        parse_sidecar(text, shown(path), path.parent.as_posix())
        items = [line for line in text.splitlines() if line.lstrip().startswith("- ")]
        if not items or not text.rstrip().splitlines()[-1].startswith((" ", "-")):
            hint = "write one entry a line, each behind '- '"
            message = "is written in a form that nothing can be added to"
            raise NewslintError.of(message, path=shown(path), hint=hint)
        indent = items[-1][: len(items[-1]) - len(items[-1].lstrip())]
    lines = [f"{key}: {_scalar(value)}" for key, value in entry._asdict().items() if value]
    added = f"{indent}- " + f"\n{indent}  ".join(lines) + "\n"
    whole = text.rstrip() + "\n" + added
    parse_sidecar(whole, shown(path), path.parent.as_posix())
    write_bytes(path, whole.encode())


def _scalar(value: object) -> str:
    return json.dumps(str(value), ensure_ascii=False)

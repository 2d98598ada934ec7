"""`newslint check --watch`: check again whenever something has changed."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from newslint.errors import NewslintError
from newslint.store.baselines import NAME as BASELINE
from newslint.store.configs import NAME as CONFIG
from newslint.store.configs import PYPROJECT
from newslint.store.sidecars import NAME as SIDECAR

if TYPE_CHECKING:
    from argparse import Namespace

#: Looking is cheap, and half a second is soon enough for a person who has just saved a file.
_PAUSE = 0.5
#: Files beside the articles whose change calls for another run.
_ALSO = frozenset({".csv", ".toml", ".yaml", ".yml"})
_CLEAR = "\x1b[2J\x1b[H"


def watch(arguments: Namespace, run: Callable[[Namespace], int]) -> int:
    """Run, wait for a change, and run again, until interrupted."""
    while True:
        before = state(arguments.paths)
        if sys.stdout.isatty():
            sys.stdout.write(_CLEAR)
        try:
            run(arguments)
        except NewslintError as error:  # it may be mended with the next change
            print(error, file=sys.stderr)
        print("Watching for changes; Ctrl-C ends it.", file=sys.stderr)
        sys.stdout.flush()
        while state(arguments.paths) == before:
            time.sleep(_PAUSE)


def state(paths: list[str]) -> dict[Path, tuple[int, int]]:
    """Return what tells whether a file has changed: time and size, by file."""
    found = {}
    for path in _files(paths):
        try:
            status = path.stat()
        except OSError:
            continue
        found[path] = (status.st_mtime_ns, status.st_size)
    return found


def _files(paths: list[str]) -> Iterator[Path]:
    """Yield the articles named, what lies below the working folder, and configurations above."""
    from newslint.readers import EXTENSIONS
    from newslint.store.configs import Configs
    from newslint.store.files import discover

    yield from discover([Path(path) for path in paths or ["."]], Configs(), EXTENSIONS).articles
    here = Path.cwd()
    yield from discover([here], Configs(), _ALSO).articles
    for folder in (here, *here.parents):
        yield from (folder / name for name in (CONFIG, PYPROJECT, SIDECAR, BASELINE))

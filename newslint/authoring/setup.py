"""See how a repository keeps its articles, and write the files that set newslint up in it."""

from __future__ import annotations

import json
import subprocess
from collections import Counter
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from newslint import __version__
from newslint.errors import NewslintError
from newslint.readers import EXTENSIONS
from newslint.record import Record
from newslint.store.configs import NAME, PYPROJECT, Configs, load_config
from newslint.store.files import discover

#: Files that go by these names are about a repository, not articles in it.
_ABOUT = frozenset(
    "readme changelog changes contributing license licence code_of_conduct security authors todo "
    "notice requirements index".split()
)
_ABOUT_FOLDERS = frozenset({"doc", "docs", "test", "tests", "node_modules", "vendor", "themes"})
#: A folder with a smaller share of all articles than this is not named.
_SHARE = 0.02


class Seen(Record):
    """What a repository shows: its articles' folders and kinds, its hosts, what is set up."""

    folders: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    fields: tuple[tuple[str, str], ...] = ()
    git: bool = False
    host: str = ""
    branch: str = "main"
    configured: str = ""
    hooked: bool = False


class Step(Record):
    """A file to write; `present` says that newslint is set up in it already."""

    path: str
    text: str
    present: bool = False
    advice: str = ""


def look(root: Path) -> Seen:
    """Look at a repository."""
    articles = [path for path in _articles(root) if not _is_about(path)]
    git = (root / ".git").exists()
    return Seen(
        _folders(articles),
        tuple(sorted({path.suffix.lower() for path in articles})),
        _fields(root, articles),
        git,
        _host(root) if git else "",
        _branch(root) if git else "main",
        _configured(root),
        _mentions(root / ".pre-commit-config.yaml"),
    )


def _articles(root: Path) -> list[PurePosixPath]:
    found = discover([root], Configs(), EXTENSIONS).articles
    return [PurePosixPath(path.relative_to(root).as_posix()) for path in found]


def _is_about(path: PurePosixPath) -> bool:
    if path.parts[0].lower() in _ABOUT_FOLDERS:
        return True
    return len(path.parts) == 1 and path.stem.lower() in _ABOUT


def _folders(articles: list[PurePosixPath]) -> tuple[str, ...]:
    """Return the top folders that hold articles; none where they lie in the root as well."""
    counts = Counter(path.parts[0] if len(path.parts) > 1 else "" for path in articles)
    if counts[""]:
        return ()
    enough = _SHARE * len(articles)
    return tuple(sorted(name for name, count in counts.items() if count >= enough))


def _fields(root: Path, articles: list[PurePosixPath]) -> tuple[tuple[str, str], ...]:
    """Return the usual keys of the first JSON item, if newslint would not know its text."""
    from newslint.readers.roles import role_of

    first = next((path for path in articles if path.suffix in (".jsonl", ".ndjson")), None)
    if first is None:
        return ()
    try:
        with (root / first).open(encoding="utf-8-sig") as file:
            item = json.loads(file.readline())
    except (OSError, ValueError):
        return ()
    if not isinstance(item, dict) or any(role_of(key) == "body" for key in item):
        return ()
    texts = {key: len(value) for key, value in item.items() if isinstance(value, str)}
    longest = max(texts, key=lambda key: texts[key], default="")
    return ((longest, "body"),) if longest else ()


def _host(root: Path) -> str:
    """Tell GitHub from GitLab by what lies in the repository, then by where it was cloned from."""
    if (root / ".github").is_dir():
        return "github"
    if (root / ".gitlab-ci.yml").is_file():
        return "gitlab"
    remotes = _git(root, "remote", "-v").lower()
    return next((host for host in ("github", "gitlab") if host in remotes), "")


def _branch(root: Path) -> str:
    """Return the branch that changes are made for."""
    head = _git(root, "symbolic-ref", "--short", "refs/remotes/origin/HEAD").strip()
    branches = _git(root, "branch", "--format=%(refname:short)").split()
    usual = [name for name in ("main", "master", "trunk") if name in branches]
    current = _git(root, "symbolic-ref", "--short", "HEAD").split()
    return head.removeprefix("origin/") or (usual or current or ["main"])[0]


def _git(root: Path, *arguments: str) -> str:
    try:
        done = subprocess.run(  # noqa: S603
            ["git", *arguments],  # noqa: S607 (wherever it is installed)
            cwd=root,
            capture_output=True,
            text=True,
            check=False,
        )
    except OSError:
        return ""
    return done.stdout if done.returncode == 0 else ""


def _configured(root: Path) -> str:
    if (root / NAME).exists():
        return NAME
    try:
        return PYPROJECT if load_config(root / PYPROJECT) else ""
    except NewslintError:
        return ""


def _mentions(path: Path) -> bool:
    try:
        return "newslint" in path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return False


def steps(seen: Seen) -> Iterator[Step]:
    """Yield the files that set newslint up."""
    yield Step(seen.configured or NAME, configuration(seen), bool(seen.configured))
    if seen.git:
        advice = "Switch it on with 'pre-commit install'."
        yield Step(".pre-commit-config.yaml", hook(seen), seen.hooked, advice)
    if seen.host == "github":
        yield Step(".github/workflows/newslint.yml", github(seen))
    if seen.host == "gitlab":
        yield Step(".gitlab-ci.yml", GITLAB)


def configuration(seen: Seen) -> str:
    """Write `newslint.yaml`."""
    lines = ["# What each key means: newslint's README, under Configuration.", "profile: core"]
    if seen.folders:
        lines += ["include:", *(f"  - {json.dumps(name + '/')}" for name in seen.folders)]
    else:
        lines += ["exclude:", *(f"  - {name}" for name in ("README*", "CHANGELOG*", "docs/"))]
    if seen.fields:
        lines += ["fields:", *(f"  {json.dumps(key)}: {part}" for key, part in seen.fields)]
    return "\n".join([*lines, ""])


def hook(seen: Seen) -> str:
    """Write the part of `.pre-commit-config.yaml`."""
    kinds = seen.kinds or (".md", ".txt")
    pattern = "|".join(kind.lstrip(".") for kind in kinds)
    return f"""\
repos:
  - repo: local
    hooks:
      - id: newslint
        name: newslint
        entry: newslint check
        language: python
        additional_dependencies: ["newslint=={__version__}"]
        files: '\\.({pattern})$'
        require_serial: true
"""


def github(seen: Seen) -> str:
    """Write the workflow for GitHub."""
    return f"""\
name: newslint
on:
  pull_request:
  push:
    branches: [{seen.branch}]
permissions:
  contents: read
jobs:
  newslint:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
        with:
          fetch-depth: 0
      - uses: actions/setup-python@v5
        with:
          python-version: "3.12"
      - run: pip install newslint=={__version__}
      - run: >-
          newslint check --report github --report "markdown:$GITHUB_STEP_SUMMARY"
          ${{BASE:+--diff-base "origin/$BASE"}}
        env:
          BASE: ${{{{ github.base_ref }}}}
"""


GITLAB = f"""\
newslint:
  image: python:3.12-slim
  variables:
    GIT_DEPTH: 0
  before_script:
    - apt-get update -q && apt-get install -qy git
    - pip install -q newslint=={__version__}
  script:
    - NEW=${{CI_MERGE_REQUEST_DIFF_BASE_SHA:+--diff-base $CI_MERGE_REQUEST_DIFF_BASE_SHA}}
    - newslint check --report full --report gitlab:newslint-code-quality.json $NEW
  artifacts:
    when: always
    reports:
      codequality: newslint-code-quality.json
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
"""

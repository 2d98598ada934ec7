"""Fixtures that every test may use."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parent.parent
SKIPS = REPOSITORY / "tests" / "skips.txt"


def undeclared_skips(config: pytest.Config) -> Iterator[str]:
    """Yield the skipped tests whose reason is not on the declared list."""
    declared = {line for line in SKIPS.read_text(encoding="utf-8").splitlines() if line}
    terminal = config.pluginmanager.get_plugin("terminalreporter")
    for report in terminal.stats.get("skipped", ()) if terminal else ():
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
        if reason.removeprefix("Skipped: ") not in declared:
            yield f"{report.nodeid}: {reason}"


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """Fail a run in which a test was skipped for a reason that nobody declared."""
    if session.exitstatus == pytest.ExitCode.OK and any(undeclared_skips(session.config)):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    """Name those tests."""
    found = list(undeclared_skips(config))
    if found:
        terminalreporter.section("skips that are not in tests/skips.txt", red=True)
        for line in found:
            terminalreporter.line(line)


@pytest.fixture(scope="session")
def shared() -> Path:
    """Return the folder of measuring material, or skip: the suite stands without it."""
    folder = Path(os.environ.get("NEWSLINT_SHARED", REPOSITORY.parent / "shared"))
    if not folder.is_dir():
        pytest.skip("measuring material is not at hand")
    return folder


@pytest.fixture(autouse=True, scope="session")
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep what runs keep away from the user's own cache."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NEWSLINT_CACHE_DIR", str(tmp_path_factory.mktemp("cache")))
        yield

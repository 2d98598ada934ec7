"""What only a process of its own can show: pipes, signals, terminals."""

from __future__ import annotations

import fcntl
import os
import pty
import shlex
import signal
import struct
import subprocess
import sys
import termios
import time
from pathlib import Path

import pytest

HOUSE = Path(__file__).resolve().parent / "house"
NEWSLINT = [sys.executable, "-m", "newslint"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "newslint.yaml").write_text(
        f"profile: demo\nrules: {HOUSE / 'packs'}\nselect: [demo/*]\n"
    )
    return tmp_path


def test_version() -> None:
    done = subprocess.run([*NEWSLINT, "--version"], capture_output=True, text=True, check=True)
    assert done.stdout == "newslint 0.1.0\n"


def test_a_reader_that_goes_away_is_no_error(folder: Path) -> None:
    lines = [f"Then teh train left for stop {number}.\n" for number in range(20_000)]
    (folder / "a.txt").write_text("\n".join(lines))
    done = subprocess.run(
        f"{sys.executable} -m newslint check a.txt --format concise | head -n 1",
        shell=True, cwd=folder, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stdout == "a.txt:1:6: error demo/teh 'teh' is a slip of the fingers for 'the'.\n"
    assert done.stderr == ""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_is_an_error(folder: Path) -> None:
    (folder / "a.txt").write_text("Then teh train left.\n")
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [*NEWSLINT, "check", "a.txt"],
            cwd=folder, stdout=full, stderr=subprocess.PIPE, text=True, check=False,
        )  # fmt: skip
    assert done.returncode == 2
    assert done.stderr == "newslint: error: cannot go on: No space left on device\n"


def test_closed_streams_leave_the_exit_code(folder: Path) -> None:
    (folder / "a.txt").write_text("Then teh train left.\n")
    command = f"{shlex.join([*NEWSLINT, 'check', 'a.txt'])} >&- 2>&-"
    assert subprocess.run(["sh", "-c", command], cwd=folder, check=False).returncode == 1


def test_an_interrupt_is_quiet(folder: Path) -> None:
    os.mkfifo(folder / "slow.txt")
    process = subprocess.Popen(
        [*NEWSLINT, "check", "slow.txt"],
        cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    time.sleep(1.5)  # by now it waits for the pipe's writer
    process.send_signal(signal.SIGINT)
    stdout, stderr = process.communicate(timeout=20)
    assert (process.returncode, stdout, stderr) == (130, "", "")


def on_terminal(command: list[str], folder: Path, **environment: str) -> str:
    """Run a command with its output on a terminal, and return what it wrote there."""
    leader, follower = pty.openpty()
    fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    inherited = {key: value for key, value in os.environ.items() if key != "NO_COLOR"}
    process = subprocess.Popen(
        command, cwd=folder, stdin=subprocess.DEVNULL, stdout=follower, stderr=follower,
        env={**inherited, "TERM": "xterm", **environment},
    )  # fmt: skip
    os.close(follower)
    written = b""
    while True:
        try:
            part = os.read(leader, 65536)
        except OSError:  # Linux says so when the other end is closed
            break
        if not part:
            break
        written += part
    process.wait(timeout=20)
    os.close(leader)
    return written.decode()


def test_a_terminal_has_colour(folder: Path) -> None:
    (folder / "a.txt").write_text("Then teh train left.\n")
    assert "\x1b[31;1merror\x1b[0m" in on_terminal([*NEWSLINT, "check", "a.txt"], folder)


@pytest.mark.parametrize("environment", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_a_terminal_may_refuse_colour(folder: Path, environment: dict[str, str]) -> None:
    (folder / "a.txt").write_text("Then teh train left.\n")
    written = on_terminal([*NEWSLINT, "check", "a.txt"], folder, **environment)
    assert "error" in written
    assert "\x1b[31" not in written


def test_an_error_is_shown_once_on_a_terminal(folder: Path) -> None:
    (folder / "a.txt").write_text("")
    written = on_terminal([*NEWSLINT, "check", "a.txt", "--format", "concise"], folder)
    assert written.count("the file is empty") == 1


def test_many_files_have_a_progress_bar(folder: Path) -> None:
    for number in range(30):
        (folder / f"{number}.txt").write_text("The train left.\n")
    assert "/30" in on_terminal([*NEWSLINT, "check", "."], folder)


def test_few_files_have_none(folder: Path) -> None:
    (folder / "a.txt").write_text("The train left.\n")
    assert "files/s" not in on_terminal([*NEWSLINT, "check", "."], folder)


def test_watching_checks_again_after_a_change(folder: Path) -> None:
    article = folder / "a.txt"
    article.write_text("The train left.\n")
    process = subprocess.Popen(
        [*NEWSLINT, "check", "--watch", "--format", "concise"],
        cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert process.stdout
    assert process.stderr
    assert process.stdout.readline() == "Nothing found in 1 file.\n"
    assert process.stderr.readline() == "Watching for changes; Ctrl-C ends it.\n"
    article.write_text("Then teh train left.\n")
    assert process.stdout.readline().startswith("a.txt:1:6: error demo/teh")
    assert process.stdout.readline() == "1 error in 1 file.\n"
    process.stderr.readline()
    (folder / "newslint.yaml").write_text("profil: demo\n")
    assert "unknown key 'profil'" in process.stderr.readline()
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=20)
    assert process.returncode == 130


@pytest.mark.parametrize("shell", ["bash", "zsh"])
def test_completion_scripts_are_scripts(shell: str) -> None:
    done = subprocess.run(
        [*NEWSLINT, "completion", shell], capture_output=True, text=True, check=True
    )
    for word in ("check", "baseline", "--diff-base", "--fail-on"):
        assert word in done.stdout
    if shell == "bash":
        subprocess.run(["bash", "-n"], input=done.stdout, text=True, check=True)

"""Time newslint against its peers and against itself; every figure is a ratio within one run.

    python -m benchmarks.performance [--write] [--articles 200]

Peers are installed into a virtual environment of the benchmark's own; one that cannot be is left
out with a word. `--write` puts the page into docs/performance.md.
"""

from __future__ import annotations

import argparse
import gc
import json
import math
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import NamedTuple

from benchmarks import corpus, equality
from benchmarks.synthetic import Maker
from newslint import Linter, cli, load_profile
from newslint.annotate.structure import structure
from newslint.document import Document, Field
from newslint.matching import Index, LiteralIndex
from newslint.rulebook import index_patterns
from newslint.span import Span

CHECK = [sys.executable, "-m", "newslint", "check"]
NEWSLINT = [*CHECK, "--fail-on", "never", "--format", "concise"]
HOUSE_RULES = 13_000


#: What is run, and where.
Command = tuple[Sequence[str], Path]
#: An index, a text and the pieces of it to search.
Search = tuple[Index, str, Sequence[Span]]


class Row(NamedTuple):
    """One measure: what, how much, and what was aimed at."""

    what: str
    value: str
    aim: str


def main(argv: Sequence[str] | None = None) -> None:
    """Measure everything and print the page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=200)
    parser.add_argument("--write", action="store_true", help="write docs/performance.md")
    arguments = parser.parse_args(argv)
    with tempfile.TemporaryDirectory() as name:
        bench = Bench(Path(name), arguments.articles)
        rows = []
        for measure in (cold, warm, matching, cores, growth_with_text, building, equal):
            for row in measure(bench):
                print(f"{row.what:64} {row.value:>22}   {row.aim}", flush=True)
                rows.append(row)
    if arguments.write:
        page(rows)


class Bench:
    """The articles, the house rules and the peers of one run."""

    def __init__(self, folder: Path, count: int) -> None:
        self.folder = folder
        self.texts = _texts(count)
        self.once = _written(folder / "once", self.texts)
        # Each article again, and none the same: a peer may keep what it made of a text.
        again = [f"{text}\n\nThat was all.\n" for text in self.texts]
        self.twice = _written(folder / "twice", [*self.texts, *again])
        five = min(self.texts, key=lambda text: abs(len(text) - 5_000))
        self.one = folder / "one" / "article.txt"
        self.one.parent.mkdir()
        self._five = five
        self._turn = 0
        self.one.write_text(five, encoding="utf-8")
        self.house = folder / "house"
        write_house_rules(self.house, Maker(), HOUSE_RULES)
        self.with_house = folder / "with-house"
        self.with_house.mkdir()
        config = f"rules: [{self.house}]\npacks: [big]\n"
        (self.with_house / "newslint.yaml").write_text(config, encoding="utf-8")
        self.proselint = _peer(folder / "peers", "proselint")
        self.codespell = _peer(folder / "peers", "codespell")
        # Where Python may not keep its bytecode, a start compiles every module again.
        kept = {key: each for key, each in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
        self.environment = {**kept, "NEWSLINT_CACHE_DIR": str(folder / "cache")}

    def cpu(self, *commands: Command, runs: int = 9, warmups: int = 3) -> list[float]:
        """Return the CPU seconds of each command as a whole process.

        They take turns, since a shared machine changes its pace, and the least of each counts:
        whatever else the machine does only adds to it.
        """
        rounds = [[self._once(*each) for each in commands] for _ in range(warmups + runs)]
        return [min(times) for times in zip(*rounds[warmups:], strict=True)]

    def _once(self, command: Sequence[str], cwd: Path) -> float:
        self._turn += 1
        if self.one.name in command:
            # A new word, so that no run finds the results of the one before.
            text = f"{self._five}\n\nIt was {self._turn} o'clock.\n"
            (cwd / self.one.name).write_text(text, encoding="utf-8")
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(command, cwd=cwd, env=self.environment, check=False,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # fmt: skip
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _written(folder: Path, texts: Sequence[str]) -> Path:
    folder.mkdir()
    for number, text in enumerate(texts):
        (folder / f"{number:05}.txt").write_text(text, encoding="utf-8")
    return folder


def _texts(count: int) -> list[str]:
    try:
        return [item["text"] for item in corpus.articles("polnear.dev")][:count]
    except SystemExit:
        maker = Maker()
        return [maker.article() for _ in range(count)]


def _peer(folder: Path, name: str) -> list[str] | None:
    """Install a peer from the package registry; return its command, None if that fails."""
    if not (folder / "bin" / "pip").exists():
        subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
    done = subprocess.run([str(folder / "bin" / "pip"), "install", "-q", name], check=False,
                          capture_output=True)  # fmt: skip
    if done.returncode:
        print(f"{name} cannot be installed here: left out")
        return None
    return [str(folder / "bin" / name), *(["check"] if name == "proselint" else [])]


def write_house_rules(folder: Path, maker: Maker, count: int) -> None:
    """Write synthetic patterns as a pack of rules with 500 patterns each."""
    patterns = maker.patterns(count)
    topic = folder / "big" / "words"
    topic.mkdir(parents=True)
    (folder / "big" / "pack.yaml").write_text("name: big\n", encoding="utf-8")
    for number in range(0, count, 500):
        chosen = patterns[number : number + 500]
        words = [pattern.source for pattern in chosen if pattern.literal]
        regexes = [pattern.source for pattern in chosen if not pattern.literal]
        rule = {"check": "existence", "message": "Not house style: {found}.", "why": "A benchmark.",
                "severity": "suggestion", "words": words, "patterns": regexes,
                "examples": [{"bad": f"It is [[{words[0]}]]."}, {"good": "Q."}]}  # fmt: skip
        (topic / f"rule-{number:05}.yaml").write_text(json.dumps(rule), encoding="utf-8")


def cold(bench: Bench) -> Iterator[Row]:
    """One 5 KB article in a fresh process, as a hook checks it, with warm caches."""
    check, name, folder = [*CHECK, bench.one.name], bench.one.name, bench.one.parent
    peers = {"proselint": bench.proselint, "codespell": bench.codespell}
    peers = {peer: command for peer, command in peers.items() if command}
    own, house, python, *theirs = bench.cpu(
        (check, folder),
        (check, bench.with_house),
        ([sys.executable, "-c", "pass"], folder),
        *(([*command, name], folder) for command in peers.values() if command),
    )
    yield Row("cold, one 5 KB article: CPU", f"{own * 1000:.0f} ms", "")
    yield Row("  a bare Python", f"{python * 1000:.0f} ms", "")
    aims = {"proselint": "at most 0.6"}
    for peer, cost in zip(peers, theirs, strict=True):
        yield Row(f"cold: newslint / {peer}", f"{own / cost:.2f}", aims.get(peer, ""))
    yield Row(f"cold: {HOUSE_RULES:,} house rules add", f"{(house - own) * 1000:.0f} ms",
              "at most 25 ms")  # fmt: skip
    yield Row("cold: peak memory", f"{_peak(bench):.0f} MiB", "at most 45 MiB")


def _peak(bench: Bench) -> float:
    code = (
        "import resource, subprocess, sys\n"
        "subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL)\n"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    command = [sys.executable, "-c", code, *CHECK, bench.one.name]
    done = subprocess.run(command, cwd=bench.one.parent, env=bench.environment, check=True,
                          capture_output=True, text=True)  # fmt: skip
    return int(done.stdout) / 1024


def warm(bench: Bench) -> Iterator[Row]:
    """What one more article costs once as many were checked: every article again, a bit longer."""
    command = [*NEWSLINT, "--jobs", "1", "--no-cache", "."]
    peer_command = [*bench.proselint, "."] if bench.proselint else [sys.executable, "-c", "pass"]
    once, twice, peer_once, peer_twice = bench.cpu(
        (command, bench.once), (command, bench.twice),
        (peer_command, bench.once), (peer_command, bench.twice), runs=3, warmups=0,
    )  # fmt: skip
    own, peer = (twice - once) / len(bench.texts), (peer_twice - peer_once) / len(bench.texts)
    yield Row("warm, default profile: an article", f"{own * 1000:.1f} ms", "")
    if bench.proselint:
        yield Row("warm: newslint / proselint", f"{own / peer:.2f}", "at most 1.6")
        alone = _core_matching_time(bench.texts)
        yield Row("matching alone: proselint / newslint", f"{peer / alone:.1f}", "at least 5")


def _core_matching_time(texts: Sequence[str]) -> float:
    """Return the CPU seconds of the default profile's patterns for an article.

    Each is looked for where its rule may speak: the patterns for bylines and bios not in the body.
    """
    indexes = index_patterns(load_profile("core").rules)
    work: list[Search] = []
    for text in texts:
        document = Document.from_text(text)
        segments = document.layer(structure).segments
        for view, index in indexes.items():
            spans = [each.span for each in segments if view.body or each.field is not Field.BODY]
            work.append((index, document.text if view.raw else document.folded, spans))
    return _searching_time(work) / len(texts)


def _matching_time(index: LiteralIndex, texts: Sequence[str]) -> float:
    """Return the CPU seconds an article's matching takes."""
    documents = [Document.from_text(text) for text in texts]
    work = [(index, each.folded, [block.span for block in each.blocks]) for each in documents]
    return _searching_time(work) / len(texts)


def _searching_time(work: Sequence[Search]) -> float:
    """Return the CPU seconds of all searches, in the best of four rounds."""

    def once() -> None:
        for index, text, spans in work:
            index.find(text, spans)

    return min(_timed(once) for _ in range(4))


def _timed(function: Callable[[], object]) -> float:
    start = time.process_time()
    function()
    return time.process_time() - start


def matching(bench: Bench) -> Iterator[Row]:
    """The index with more and more house rules."""
    maker = Maker()
    times = {}
    for count in (1_000, 13_000):
        owned = [(number, [each]) for number, each in enumerate(maker.patterns(count))]
        times[count] = _matching_time(LiteralIndex.of(owned), bench.texts)
        yield Row(f"matching, {count:,} rules: an article", f"{times[count] * 1000:.2f} ms", "")
    exponent = math.log(times[13_000] / times[1_000]) / math.log(13)
    yield Row("growth exponent from 1,000 to 13,000 rules", f"{exponent:.2f}", "at most 0.8")
    yield Row("13,000 house rules add to an article", f"{times[13_000] * 1000:.2f} ms",
              "at most 2 ms")  # fmt: skip


def cores(bench: Bench) -> Iterator[Row]:
    """Two processes against one, over 5,000 articles."""
    folder = bench.folder / "many"
    folder.mkdir()
    for number in range(5_000):
        text = bench.texts[number % len(bench.texts)]
        (folder / f"{number:05}.txt").write_text(text, encoding="utf-8")
    walls = {
        jobs: _wall([*NEWSLINT, "--jobs", str(jobs), "--no-cache", "."], folder, bench)
        for jobs in (1, 2)
    }
    yield Row("5,000 articles: one process / two", f"{walls[1] / walls[2]:.2f}", "at least 1.7")
    shutil.rmtree(folder)


def _wall(command: Sequence[str], cwd: Path, bench: Bench) -> float:
    start = time.perf_counter()
    subprocess.run(command, cwd=cwd, env=bench.environment, check=False,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # fmt: skip
    return time.perf_counter() - start


def growth_with_text(bench: Bench) -> Iterator[Row]:
    """Ten pieces of a text against the whole, up to 5 MB.

    The pieces are the whole's own: the first of them may have longer paragraphs or fewer names.
    Garbage is collected as seldom as in a process of ours.
    """
    usual = gc.get_threshold()
    gc.set_threshold(*cli._SELDOM)  # noqa: SLF001
    linter = Linter(load_profile("core"))
    joined = "\n\n".join(bench.texts)
    text = (joined * (5_000_000 // len(joined) + 1))[:5_000_000]
    linter.check(text[:5_000])
    for size in (50_000, 500_000, 5_000_000):
        starts = range(0, size, size // 10)
        pieces = [_check_time(linter, text[start : start + size // 10]) for start in starts]
        ratio = _check_time(linter, text[:size]) / statistics.mean(pieces)
        yield Row(f"{size // 1000:,} KB / {size // 10_000:,} KB of text", f"{ratio:.1f}",
                  "at most 12")  # fmt: skip
    gc.set_threshold(*usual)


def _check_time(linter: Linter, text: str) -> float:
    rounds = 3 if len(text) < 500_000 else 1
    return min(_timed(partial(linter.check, text)) for _ in range(rounds))


def building(bench: Bench) -> Iterator[Row]:
    """The first run, which builds the caches, against the next."""
    check = [*CHECK, bench.one.name]
    for name, folder, aim in (
        ("the shipped packs", bench.one.parent, "0.3 s"),
        (f"{HOUSE_RULES:,} house rules", bench.with_house, "2.5 s"),
    ):
        firsts: list[float] = []
        for _ in range(3):
            with _fresh_cache(bench):
                firsts += bench.cpu((check, folder), runs=1, warmups=0)
        (later,) = bench.cpu((check, folder), runs=3)
        yield Row(f"first build of the rule cache, {name}", f"{min(firsts) - later:.2f} s",
                  f"at most {aim}")  # fmt: skip


def equal(bench: Bench) -> Iterator[Row]:
    """Index and plain loop on a few articles and their copies with odd letters."""
    chosen = bench.texts[:: max(1, len(bench.texts) // 20)]
    texts = [each for text in chosen for each in (text, equality.mutated(text))]
    count, wrong = equality.differing(equality.patterns(2_000), iter(texts))
    yield Row("index and plain loop differ, texts", f"{len(wrong)} of {count}", "0")


@contextmanager
def _fresh_cache(bench: Bench) -> Iterator[None]:
    kept = bench.environment
    bench.environment = {**kept, "NEWSLINT_CACHE_DIR": tempfile.mkdtemp(dir=bench.folder)}
    yield
    bench.environment = kept


def page(rows: Sequence[Row]) -> None:
    """Write docs/performance.md."""
    commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True,
                            check=True).stdout.strip()  # fmt: skip
    lines = [
        "# Performance",
        "",
        f"Measured on {datetime.now(UTC):%Y-%m-%d} at commit {commit} with",
        "`python -m benchmarks.performance --write`, on a shared machine with two cores. Trust the",
        "ratios: both sides of each were measured in the same run.",
        "",
        "| what | measured | aim |",
        "| --- | --- | --- |",
        *(f"| {row.what.strip()} | {row.value} | {row.aim} |" for row in rows),
        "",
    ]
    Path("docs/performance.md").write_text("\n".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()

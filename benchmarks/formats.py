"""What every format costs against plain text: CPU of whole runs, and the reader's share of a page.

python -m benchmarks.formats [RUNS]
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from html import escape
from pathlib import Path

from newslint import Linter, load_profile
from newslint.readers import read

PARAGRAPH = (
    "The council voted on Tuesday to raise the levy, which had been frozen since 2019, and said "
    "the money would pay for schools & roads in the north of the city. “We had no choice,” said "
    "Ann Lee, the mayor."
)
PARAGRAPHS = 24  # about 5 KB
HEADLINE = "Council raises levy for schools and roads"


def _html(paragraphs: int = PARAGRAPHS) -> str:
    body = "".join(f"<p>{escape(PARAGRAPH)}</p>\n" for _ in range(paragraphs))
    return f"<html><body><article><h1>{HEADLINE}</h1>{body}</article></body></html>"


def _page() -> str:
    """Return a page of about 100 KB, most of which is not the article."""
    link = "<div class='c-card'><a href='/x'><span>Another story</span></a><p>Words</p></div>\n"
    nav, more = "<nav>" + link * 500 + "</nav>", "<aside class='related'>" + link * 600 + "</aside>"
    return (
        _html().replace("<article>", nav + "<article>").replace("</article>", "</article>" + more)
    )


def _nitf() -> str:
    body = "".join(f"<p>{escape(PARAGRAPH, quote=False)}</p>\n" for _ in range(PARAGRAPHS))
    return (
        f"<nitf><body><body.head><hedline><hl1>{HEADLINE}</hl1></hedline></body.head>"
        f"<body.content>{body}</body.content></body></nitf>"
    )


def _ninjs() -> str:
    body = "".join(f"<p>{escape(PARAGRAPH)}</p>" for _ in range(PARAGRAPHS))
    return json.dumps({"type": "text", "headline": HEADLINE, "byline": "", "body_xhtml": body})


def _plain() -> str:
    return "\n\n".join([HEADLINE, *[PARAGRAPH] * PARAGRAPHS])


def _word() -> bytes:
    from tests.word_files import docx, paragraph

    body = [paragraph(escape(PARAGRAPH, quote=False)) for _ in range(PARAGRAPHS)]
    return docx(paragraph(HEADLINE, style="Title"), *body)


def _open() -> bytes:
    from tests.word_files import odt

    body = "".join(f"<text:p>{escape(PARAGRAPH, quote=False)}</text:p>" for _ in range(PARAGRAPHS))
    return odt(f'<text:p text:style-name="Title">{HEADLINE}</text:p>{body}')


def files() -> Mapping[str, bytes]:
    """Return the same article in every format that is measured."""
    texts: Mapping[str, Callable[[], str]] = {
        "a.txt": _plain,
        "a.md": lambda: f"---\ntitle: {HEADLINE}\n---\n\n" + "\n\n".join([PARAGRAPH] * PARAGRAPHS),
        "a.html": _html,
        "page.html": _page,
        "a.nitf": _nitf,
        "a.ninjs": _ninjs,
    }
    found = {name: make().encode() for name, make in texts.items()}
    return {**found, "a.docx": _word(), "a.odt": _open()}


def cold(path: Path) -> float:
    """Return the CPU seconds of one run of the command line, as a new process."""
    before = os.times()
    command = [sys.executable, "-m", "newslint", "check", str(path), "--format", "concise"]
    subprocess.run(
        [*command, "--fail-on", "never"], check=True, capture_output=True, cwd=path.parent
    )
    after = os.times()
    return (after.children_user + after.children_system) - (
        before.children_user + before.children_system
    )


def warm(work: Callable[[], object], runs: int) -> float:
    """Return the CPU seconds of the fastest of several calls."""
    times = []
    for _ in range(runs):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)


def main(runs: int) -> None:
    """Print a table."""
    linter = Linter(load_profile("core"))
    linter.check("One.")
    print(f"{'file':10} {'bytes':>8} {'reader ms':>10} {'lint ms':>8} {'of plain':>9} "
          f"{'cold ms':>8} {'of plain':>9}")  # fmt: skip
    plain: tuple[float, float] | None = None
    with tempfile.TemporaryDirectory() as folder:
        for name, data in files().items():
            path = Path(folder) / name
            path.write_bytes(data)
            reading = warm(lambda name=name, data=data: read(data, name), runs)  # type: ignore[misc]
            linting = warm(
                lambda name=name, data=data: linter.check(read(data, name).documents[0]),  # type: ignore[misc]
                runs,
            )
            started = statistics.median(cold(path) for _ in range(runs))
            plain = plain or (linting, started)
            print(f"{name:10} {len(data):8} {reading * 1000:10.1f} {linting * 1000:8.1f} "
                  f"{linting / plain[0]:9.2f} {started * 1000:8.0f} "
                  f"{started / plain[1]:9.2f}")  # fmt: skip


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 7)

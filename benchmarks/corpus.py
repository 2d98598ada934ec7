"""Read the measuring material, which lies beside the checkout and never in it."""

from __future__ import annotations

import gzip
import hashlib
import json
import os
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

Row = Mapping[str, Any]

#: Corpora of whole articles, by the name their file bears.
ARTICLES = ("polnear.dev", "wikinews_2019_2020.dev", "hyperpartisan_byarticle.dev",
            "golbeck2018.dev", "gold_articles.dev")  # fmt: skip
#: In these the text opens with the title, so that the title must not be given again.
TITLE_IN_TEXT = frozenset({"polnear.dev"})


def folder() -> Path:
    """Return the folder of the material; exits with a word if it is absent."""
    checkout = Path(__file__).resolve().parent.parent
    path = Path(os.environ.get("NEWSLINT_SHARED", checkout.parent / "shared"))
    if not (path / "corpora").is_dir():
        raise SystemExit(f"no measuring material at {path}: set NEWSLINT_SHARED")
    return path


@cache
def load(name: str) -> tuple[Row, ...]:
    """Return the rows of `corpora/<name>.jsonl.gz`."""
    with gzip.open(folder() / "corpora" / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        return tuple(json.loads(line) for line in lines)


def half(row_id: str) -> str:
    """Assign an id to the half that is tuned on or the half that checks, by its hash."""
    return "tune" if hashlib.sha256(row_id.encode()).digest()[0] < 128 else "check"


def articles(name: str) -> Iterator[dict[str, str]]:
    """Yield the articles of a corpus as items: id, text, and title, author, date if known."""
    for row in load(name):
        item = {"id": str(row["id"]), "text": str(row["text"])}
        if name not in TITLE_IN_TEXT and row.get("title"):
            item["title"] = str(row["title"])
        for key, names in (("author", ("author", "byline")), ("date", ("date",))):
            value = next((row[each] for each in names if row.get(each)), None)
            if value:
                item[key] = str(value)
        yield item


def word_count(items: Iterable[Mapping[str, str]]) -> int:
    """Count the words of articles, parted by white space."""
    return sum(len(item["text"].split()) for item in items)

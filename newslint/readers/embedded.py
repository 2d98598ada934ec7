"""HTML inside a value of another format: a JSON string, a CDATA section, an escaped element."""

from __future__ import annotations

import re

from newslint.document import Field
from newslint.errors import Problem
from newslint.readers.base import ArticleBuilder, Extract
from newslint.readers.flow import Classifier, Flow
from newslint.readers.htmltree import parse_html

_MARKUP = re.compile(r"</?[a-zA-Z][^<>]*>|&(?:[a-zA-Z]+|#\d+);")


def looks_like_html(text: str) -> bool:
    """Tell whether a value is written in HTML."""
    return _MARKUP.search(text) is not None


def add_html(
    builder: ArticleBuilder,
    value: Extract,
    classify: Classifier,
    *,
    source: str,
    path: str,
    field: Field | None = None,
    blank_lines: bool = False,
    mask: re.Pattern[str] | None = None,
) -> list[Problem]:
    """Add what stands in a value that is HTML, as `field` where that is known.

    `blank_lines` says that they part paragraphs; rules do not see what `mask` matches.
    """
    root = parse_html(value.text, path, fragment=True)
    flow = Flow(
        builder,
        value.text,
        classify,
        outer=value.offsets,
        source=source,
        path=path,
        blank_lines=blank_lines,
        mask=mask,
    )
    flow.add(root, field)
    return flow.problems

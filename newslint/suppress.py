"""Suppressions: directives in the text, front matter and the sidecar file."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from newslint.document import Document
from newslint.finding import Finding


def apply_directives(
    findings: Sequence[Finding], document: Document, known: Collection[str]
) -> list[Finding]:
    """Leave out the findings that the document's own directives suppress."""
    return list(findings)

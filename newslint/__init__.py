"""Editorial style and fact-consistency linting for newsrooms.

from newslint import Linter, load_profile

for finding in Linter(load_profile("core")).check(text).findings:
    print(finding.message)
"""

from __future__ import annotations

from typing import TYPE_CHECKING

__version__ = "0.1.0"
__all__ = [
    "Context",
    "Document",
    "Finding",
    "Linter",
    "NewslintError",
    "Severity",
    "load_profile",
]

if TYPE_CHECKING:
    from newslint.context import Context
    from newslint.document import Document
    from newslint.errors import NewslintError
    from newslint.finding import Finding, Severity
    from newslint.linter import Linter
    from newslint.store.rules import load_profile

_HOMES = {
    "Context": "newslint.context",
    "Document": "newslint.document",
    "Finding": "newslint.finding",
    "Linter": "newslint.linter",
    "NewslintError": "newslint.errors",
    "Severity": "newslint.finding",
    "load_profile": "newslint.store.rules",
}


def __getattr__(name: str) -> object:
    """Import the public names when they are first asked for, so that starting up stays cheap."""
    if name not in _HOMES:
        raise AttributeError(f"module 'newslint' has no attribute '{name}'")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)

"""Stand in for a module until something of it is used.

A run over one article pays for every module it imports; some are needed only on other paths.
"""

from __future__ import annotations

from importlib import import_module
from types import ModuleType
from typing import Any


class Lazily:
    """A module that is imported when the first of its names is asked for.

    Write `if TYPE_CHECKING: import yaml` and `else: yaml = Lazily("yaml")`.
    """

    def __init__(self, name: str) -> None:
        self._name = name
        self._module: ModuleType | None = None

    def __getattr__(self, attribute: str) -> Any:  # noqa: ANN401
        if self._module is None:
            self._module = import_module(self._name)
        return getattr(self._module, attribute)

"""Write records as plain data and read them back, without ever running what was written.

Only records and enumerations of newslint's own modules come back as themselves: a forged cache
can make a wrong record, but it cannot make newslint call anything else.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import Enum
from functools import cache
from importlib import import_module
from typing import Any

_OWN = "newslint."


def to_plain(value: object) -> Any:  # noqa: ANN401
    """Return data that JSON can hold for a value made of records, tuples, mappings and scalars."""
    if isinstance(value, Enum):
        return {"enum": _name(type(value)), "value": value.value}
    if value is None or isinstance(value, str | int | float | bool):
        return value
    if isinstance(value, date):
        return {"date": value.isoformat()}
    if isinstance(value, Mapping):
        return {"map": [[to_plain(key), to_plain(each)] for key, each in value.items()]}
    if isinstance(value, tuple):
        return _record(value) if hasattr(value, "_fields") else [to_plain(each) for each in value]
    raise TypeError(f"{type(value).__name__} cannot be kept")


def from_plain(data: Any) -> Any:  # noqa: ANN401
    """Return what `to_plain` wrote; raises ValueError on anything else."""
    if isinstance(data, list):
        # Most lists are word lists, and long.
        return tuple([each if type(each) is str else from_plain(each) for each in data])
    if not isinstance(data, dict):
        return data
    if "map" in data:
        return {from_plain(key): from_plain(value) for key, value in data["map"]}
    if "record" in data:
        kind, values = _record_type(data["record"]), data["values"]
        if not isinstance(values, dict) or not values.keys() <= set(kind._fields):
            raise ValueError("not the fields of the record")
        return kind(**{field: from_plain(each) for field, each in values.items()})
    if "enum" in data:
        return _enum_type(data["enum"])(data["value"])
    if "date" in data:
        return date.fromisoformat(data["date"])
    raise ValueError("not plain data")


def _record(value: Any) -> dict[str, Any]:  # noqa: ANN401
    """Write a record without the fields that hold what they hold by default."""
    defaults = value._field_defaults
    values = {
        field: to_plain(each)
        for field, each in value._asdict().items()
        if field not in defaults
        or defaults[field] != each
        or type(defaults[field]) is not type(each)
    }
    return {"record": _name(type(value)), "values": values}


def _name(kind: type[Any]) -> str:
    return f"{kind.__module__}:{kind.__qualname__}"


@cache
def _record_type(name: str) -> Any:  # noqa: ANN401
    found = _find(name)
    if not (isinstance(found, type) and issubclass(found, tuple) and hasattr(found, "_fields")):
        raise ValueError(f"'{name}' is no record")
    return found


@cache
def _enum_type(name: str) -> type[Enum]:
    found = _find(name)
    if not (isinstance(found, type) and issubclass(found, Enum)):
        raise ValueError(f"'{name}' is no enumeration")
    return found


def _find(name: str) -> object:
    module, _, attribute = name.partition(":")
    if not module.startswith(_OWN) or not attribute.isidentifier():
        raise ValueError(f"'{name}' is not newslint's")
    return getattr(import_module(module), attribute)

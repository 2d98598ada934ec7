"""Named tuples whose classes are cheap to make.

newslint describes what it reads and finds in some three hundred record types. `typing.NamedTuple`
compiles a constructor for each when its module is imported, and of a check of one article that took
an eighth of the time. Here a constructor is compiled when some records were made: of most types
one article needs one or two. A type checker sees `typing.NamedTuple`, and in use there is no
difference.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

__all__ = ["Record"]

if TYPE_CHECKING:
    from typing import NamedTuple as Record
else:
    try:
        from _collections import _tuplegetter as _getter
    except ImportError:  # another Python than CPython
        from operator import itemgetter

        def _getter(index: int, doc: str | None) -> property:
            return property(itemgetter(index), doc=doc)

    def _replace(self: Any, /, **changes: Any) -> Any:
        values = [changes.pop(*each) for each in zip(self._fields, self, strict=True)]
        return type(self)(*values, **changes)

    def _shown(self: Any) -> str:
        pairs = zip(self._fields, self, strict=True)
        return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in pairs)})"

    def _values(self: Any) -> tuple[Any, ...]:
        return tuple(self)

    class _Values(tuple):
        """What all records have in common."""

        __slots__ = ()
        __repr__ = _shown
        __getnewargs__ = _values
        _make = classmethod(lambda cls, values: cls(*values))
        _replace = _replace
        _asdict = lambda self: dict(zip(self._fields, self, strict=True))  # noqa: E731

    class _RecordType(type):
        """Makes a class of tuples from the annotations in the body of a class."""

        def __new__(cls, name: str, _bases: tuple[type, ...], body: dict[str, Any]) -> type:
            fields = tuple(body.get("__annotations__", ()))
            body["_field_defaults"] = {field: body[field] for field in fields if field in body}
            body["_fields"] = body["__match_args__"] = fields
            body["__slots__"] = ()
            body["__new__"] = _constructor
            for index, field in enumerate(fields):
                body[field] = _getter(index, None)
            return type(name, (_Values,), body)

    #: Class -> how many records it made; one that makes many has a constructor compiled.
    _made: dict[type, int] = {}
    _MANY = 10

    def _constructor(cls: Any, /, *values: Any, **named: Any) -> Any:
        """Make one of the first records of a class."""
        owner = next(each for each in cls.__mro__ if "_fields" in vars(each))
        made = _made[owner] = _made.get(owner, 0) + 1
        rest = owner._fields[len(values) :]
        given = owner._field_defaults | named
        whole = len(values) + len(rest) == len(owner._fields) and given.keys() >= set(rest)
        if made < _MANY and whole and named.keys() <= set(rest):
            return tuple.__new__(cls, (*values, *[given[field] for field in rest]))
        owner.__new__ = _compiled(owner)
        return owner.__new__(cls, *values, **named)

    def _compiled(owner: Any) -> Any:
        names = "".join(f"{name}, " for name in owner._fields)
        source = f"lambda _cls, {names}: _new(_cls, ({names}))"
        compiled = eval(source, {"_new": tuple.__new__, "__builtins__": {}})
        compiled.__name__ = "__new__"
        compiled.__defaults__ = tuple(owner._field_defaults.values())
        return compiled

    _BASE = type.__new__(_RecordType, "Record", (), {})

    def Record() -> None:
        """Stand for the base class: what makes the record type takes its place."""

    Record.__mro_entries__ = lambda _bases: (_BASE,)

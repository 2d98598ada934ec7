"""What a configuration may say, and what it means for one file.

Reads text only; `store.configs` finds and reads the files.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Annotated, Literal

from newslint.errors import NewslintError, Problem, did_you_mean
from newslint.factsheet import RECHECK_AFTER
from newslint.finding import Severity, SuppressionPolicy
from newslint.lazily import Lazily
from newslint.readers.detect import FORMATS
from newslint.readers.roles import role_named, role_names
from newslint.record import Record
from newslint.regexes import DOTALL, IGNORECASE, compiled
from newslint.schema import Converter, node_of, parse_yaml

if TYPE_CHECKING:
    import tomllib

    import yaml
else:
    tomllib = Lazily("tomllib")
    yaml = Lazily("yaml")

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

FailOn = Literal["error", "warning", "suggestion", "never"]


#: The budget for all findings together.
TOTAL = "total"


class PathSettings(Record):
    """Settings for the files that match; later entries win, and lists add up."""

    match: Annotated[tuple[str, ...], "Patterns as in .gitignore, from the configuration's folder."]
    profile: Annotated[str, "The profile for these files."] = ""
    packs: Annotated[tuple[str, ...], "Packs added for these files."] = ()
    ignore: Annotated[tuple[str, ...], "Rules that stay silent here."] = ()
    severity: Annotated[Mapping[str, Severity], "Rule -> severity."] = {}
    fail_on: Annotated[FailOn | None, "The mildest severity that fails the run."] = None
    language: Annotated[str, "BCP 47 tag of these files, where they do not name it."] = ""
    format: Annotated[str, "The format to read these files as."] = ""
    fields: Annotated[Mapping[str, str], "Key of a JSON item -> part of the article."] = {}


class Config(Record):
    """The keys of `newslint.yaml` or of `[tool.newslint]` in `pyproject.toml`."""

    profile: Annotated[str, "The profile that the articles are checked against."] = "core"
    packs: Annotated[tuple[str, ...], "Packs added to the profile."] = ()
    rules: Annotated[tuple[str, ...], "Folders that hold the house's own packs."] = ()
    select: Annotated[tuple[str, ...], "Only these rules speak; `pack/*` is a whole pack."] = ()
    ignore: Annotated[tuple[str, ...], "Rules that stay silent."] = ()
    severity: Annotated[Mapping[str, Severity], "Rule -> severity, instead of its own."] = {}
    include: Annotated[tuple[str, ...], "Patterns of the files that are articles."] = ()
    exclude: Annotated[tuple[str, ...], "Patterns of files that are none."] = ()
    fail_on: Annotated[FailOn, "The mildest severity that fails the run."] = "error"
    max_size: Annotated[str, "The largest file that is read, such as 500KB or 10MB."] = "10MB"
    language: Annotated[str, "BCP 47 tag of articles that do not name their language."] = ""
    fields: Annotated[Mapping[str, str], "Key of a JSON item -> part of the article."] = {}
    baseline: Annotated[str, "The file of findings that were there before."] = ""
    authors: Annotated[str, "The folder of the registry of authors."] = ""
    recheck_facts_after: Annotated[
        int, "Days after which a fact of a fact sheet is to be looked up again."
    ] = RECHECK_AFTER
    suppressions: Annotated[SuppressionPolicy, "What suppressions may do."] = SuppressionPolicy()
    budgets: Annotated[
        Mapping[str, int], "Severity, rule or `total` -> the most findings that pass."
    ] = {}
    paths: Annotated[tuple[PathSettings, ...], "Settings for some of the files."] = ()


class ConfigFile(Record):
    """A configuration and where it was read.

    `folder` is what its patterns start from, `home` is where the files it names are read: the same
    folder, unless an older version of it was asked for. `text` is what it was read from.
    """

    config: Config = Config()
    path: str = ""
    folder: str = ""
    text: str = ""
    home: str = ""

    def problem(self, trail: Sequence[str | int], message: str, hint: str = "") -> Problem:
        """Make a problem at the value that `trail` (keys and list numbers) leads to."""
        node = self._node()
        for step in trail:
            node = _child(node, step) or node
        mark = node.start_mark if node is not None else None
        if mark is None:
            return Problem(message, self.path, hint=hint)
        return Problem(message, self.path, mark.line + 1, mark.column + 1, hint)

    def _node(self) -> yaml.Node | None:
        if self.path.endswith(".toml"):
            return _pyproject_node(self.text, self.path)
        return parse_yaml(self.text, self.path) if self.text else None


class RuleChoice(Record):
    """Which rules speak, in a form that can be a key: files of one choice share a linter."""

    profile: str = "core"
    packs: tuple[str, ...] = ()
    folders: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: tuple[tuple[str, Severity], ...] = ()


class Overrides(Record):
    """What the command line says, which wins over every configuration."""

    profile: str = ""
    packs: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: FailOn | None = None
    max_size: int | None = None
    language: str = ""
    format: str = ""
    fields: Mapping[str, str] = {}


class Settings(Record):
    """What holds for one file."""

    choice: RuleChoice = RuleChoice()
    fail_on: FailOn = "error"
    max_size: int = 10_000_000
    language: str = ""
    format: str = ""
    fields: Mapping[str, str] = {}
    suppressions: SuppressionPolicy = SuppressionPolicy()
    recheck_facts_after: int = RECHECK_AFTER


def parse_config(text: str, path: str, folder: str) -> ConfigFile:
    """Read a `newslint.yaml`; raises NewslintError with every problem in it."""
    return _config_file(parse_yaml(text, path), text, path, folder)


def parse_pyproject(text: str, path: str, folder: str) -> ConfigFile | None:
    """Read the table `[tool.newslint]`; None if the file lacks it. Raises NewslintError."""
    node = _pyproject_node(text, path)
    return _config_file(node, text, path, folder) if node is not None else None


def _pyproject_node(text: str, path: str) -> yaml.Node | None:
    if "newslint" not in text:  # another tool's broken file is no business of ours
        return None
    try:
        table = tomllib.loads(text).get("tool", {}).get("newslint")
    except tomllib.TOMLDecodeError as error:
        raise NewslintError([_toml_problem(str(error), path)]) from None
    if table is None:
        return None
    node = node_of(table)
    _mark_toml(node, text)
    return node


def _config_file(node: yaml.Node, text: str, path: str, folder: str) -> ConfigFile:
    converter = Converter(path, text)
    config = converter.record(node, Config, "the configuration")
    converter.raise_problems()
    assert config is not None
    file = ConfigFile(config, path, folder, text)
    if problems := list(_problems(file)):
        raise NewslintError(problems)
    return file


def _problems(file: ConfigFile) -> Iterable[Problem]:
    """Say what is wrong beyond the types."""
    config = file.config
    try:
        parse_size(config.max_size)
    except ValueError as error:
        yield file.problem(["max_size"], str(error))
    if config.recheck_facts_after < 1:
        hint = "write 365 for a year"
        message = "'recheck_facts_after' must be a day or more"
        yield file.problem(["recheck_facts_after"], message, hint)
    yield from _field_problems(file)
    for name, most in config.budgets.items():
        known = [TOTAL, *(severity.value for severity in Severity)]
        if name not in known and "/" not in name:
            hint = did_you_mean(name, known)
            yield file.problem(["budgets", name], f"'{name}' is no severity and no rule", hint)
        elif most is not None and most < 0:
            yield file.problem(["budgets", name], "a budget cannot be negative")
    for number, each in _numbered(config):
        if each.format and each.format not in FORMATS:
            message = f"there is no format '{each.format}'"
            hint = did_you_mean(each.format, FORMATS)
            yield file.problem(["paths", number, "format"], message, hint)


def _field_problems(file: ConfigFile) -> Iterable[Problem]:
    config = file.config
    places: list[tuple[list[str | int], Mapping[str, str]]] = [(["fields"], config.fields)]
    places += [(["paths", number, "fields"], each.fields) for number, each in _numbered(config)]
    for trail, fields in places:
        for key, part in fields.items():
            if problem := field_problem(part):
                yield file.problem([*trail, key], *problem)


def _numbered(config: Config) -> Iterable[tuple[int, PathSettings]]:
    return enumerate(config.paths)


def field_problem(part: str) -> tuple[str, str] | None:
    """Say what is wrong with the target of a field map, and a hint."""
    if role_named(part) is not None:
        return None
    return f"there is no part '{part}' of an article", did_you_mean(part, role_names())


_SIZE = compiled(r"(\d+(?:\.\d+)?)\s*([kmg]?)i?b?", IGNORECASE)
_UNITS = {"": 1, "k": 1_000, "m": 1_000_000, "g": 1_000_000_000}


def parse_size(text: str) -> int:
    """Return the bytes of a size such as `500KB`; raises ValueError that says what is wrong."""
    match = _SIZE.fullmatch(text.strip())
    if match is None:
        raise ValueError(f"'{text}' is not a size; write 500KB or 10MB")
    return int(float(match[1]) * _UNITS[match[2].lower()])


def settings_for(file: ConfigFile, path: str, overrides: Overrides) -> Settings:
    """Resolve what holds for the file at `path`, given relative to the configuration's folder."""
    config = file.config
    entries = [each for each in config.paths if matches(path, each.match)]
    severity = dict(config.severity)
    fields = dict(config.fields)
    fail_on = config.fail_on
    for entry in entries:
        severity |= entry.severity
        fields |= entry.fields
        fail_on = entry.fail_on or fail_on
    base = PurePosixPath(file.home or file.folder)
    choice = RuleChoice(
        overrides.profile or _last((each.profile for each in entries), config.profile),
        _joined(config.packs, *(each.packs for each in entries), overrides.packs),
        tuple(str(base / folder) for folder in config.rules),
        overrides.select or config.select,
        _joined(config.ignore, *(each.ignore for each in entries), overrides.ignore),
        tuple(sorted(severity.items())),
    )
    size = parse_size(config.max_size) if overrides.max_size is None else overrides.max_size
    return Settings(
        choice,
        overrides.fail_on or fail_on,
        size,
        overrides.language or _last((each.language for each in entries), config.language),
        overrides.format or _last((each.format for each in entries), ""),
        {**fields, **overrides.fields},
        config.suppressions,
        config.recheck_facts_after,
    )


def trail_of(file: ConfigFile, name: str) -> list[str | int] | None:
    """Return the keys that lead to where a configuration names a rule, pack or folder."""
    base = PurePosixPath(file.home or file.folder)
    parts: list[tuple[list[str | int], Config | PathSettings]] = [([], file.config)]
    parts += [(["paths", number], each) for number, each in _numbered(file.config)]
    for trail, part in parts:
        for key, value in part._asdict().items():
            if key == "profile" and value == name:
                return [*trail, key]
            if key == "severity" and name in value:
                return [*trail, key, name]
            if key == "budgets" and name in value:
                return [*trail, key, name]
            if key in ("packs", "select", "ignore") and name in value:
                return [*trail, key, value.index(name)]
            if key == "rules" and name in (folders := [str(base / each) for each in value]):
                return [*trail, key, folders.index(name)]
    return None


def matches(path: str, patterns: Sequence[str]) -> bool:
    """Tell whether a relative path matches patterns that are written as in .gitignore."""
    return bool(patterns) and spec(tuple(patterns)).match_file(path)


@cache
def spec(patterns: tuple[str, ...]) -> GitIgnoreSpec:
    """Compile patterns that are written as in .gitignore."""
    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec.from_lines(patterns)


def is_article(file: ConfigFile, path: str) -> bool:
    """Tell whether the configuration counts the file at a relative path among the articles."""
    config = file.config
    if config.include and not matches(path, config.include):
        return False
    return not matches(path, config.exclude)


def _last(values: Iterable[str], default: str) -> str:
    given = [value for value in values if value]
    return given[-1] if given else default


def _joined(*lists: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each for part in lists for each in part))


def _child(node: yaml.Node | None, step: str | int) -> yaml.Node | None:
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int):
        return node.value[step] if step < len(node.value) else None
    if isinstance(node, yaml.MappingNode):
        return next((value for key, value in node.value if key.value == step), None)
    return None


_TOML_PLACE = compiled(r"(.*) \(at line (\d+), column (\d+)\)", DOTALL)


def _toml_problem(message: str, path: str) -> Problem:
    match = _TOML_PLACE.fullmatch(message)
    if match is None:
        return Problem(f"not valid TOML: {message}", path)
    return Problem(f"not valid TOML: {match[1]}", path, int(match[2]), int(match[3]))


_TOML_KEY = compiled(r"""\s*(?:"([^"]*)"|'([^']*)'|([\w-]+))\s*=""")
_TOML_TABLE = compiled(r"\s*\[{1,2}\s*tool\.newslint\b(.*?)\]")


def _mark_toml(node: yaml.Node, text: str) -> None:
    """Give the keys of a TOML table their lines: the parser tells none for valid files."""
    inside = False
    places: dict[str, yaml.Mark] = {}
    for number, line in enumerate(text.splitlines()):
        if line.lstrip().startswith("["):
            table = _TOML_TABLE.match(line)
            inside = table is not None
            name = table[1].strip(". ") if table else ""
            if name:
                places.setdefault(name, _mark(number, line.index(name)))
        elif inside and (match := _TOML_KEY.match(line)):
            key = next(group for group in match.groups() if group is not None)
            places.setdefault(key, _mark(number, line.index(key)))
    _set_marks(node, places)


def _set_marks(node: yaml.Node, places: Mapping[str, yaml.Mark]) -> None:
    for child in node.value if isinstance(node, yaml.SequenceNode) else ():
        _set_marks(child, places)
    if not isinstance(node, yaml.MappingNode):
        return
    for key, value in node.value:
        if mark := places.get(key.value):
            key.start_mark = mark
            for each in (value, *(value.value if isinstance(value, yaml.SequenceNode) else ())):
                each.start_mark = mark
        _set_marks(value, places)


def _mark(line: int, column: int) -> yaml.Mark:
    return yaml.Mark("", 0, line, column, None, 0)

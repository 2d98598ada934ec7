from __future__ import annotations

import pytest

from newslint.config import (
    ConfigFile,
    Overrides,
    PathSettings,
    RuleChoice,
    is_article,
    matches,
    parse_config,
    parse_pyproject,
    parse_size,
    settings_for,
    trail_of,
)
from newslint.errors import NewslintError
from newslint.factsheet import RECHECK_AFTER
from newslint.finding import Severity

WHOLE = """\
profile: desk
packs: [sport]
rules: [house, ../shared-rules]
select: [core/*]
ignore: [core/a]
severity: {core/b: error}
fail_on: warning
max_size: 2MB
recheck_facts_after: 365
language: en-GB
fields: {copy: body}
include: [articles/]
exclude: [articles/old/]
paths:
  - match: ['*.md']
    profile: core
    ignore: [core/c]
  - match: articles/sport/
    packs: [results]
    severity: {core/b: suggestion, core/d: warning}
    fail_on: never
    language: en-US
    format: markdown
    fields: {hed: headline}
"""


@pytest.fixture
def file() -> ConfigFile:
    return parse_config(WHOLE, "newslint.yaml", "/desk")


def test_settings_of_a_file_that_no_entry_matches(file: ConfigFile) -> None:
    settings = settings_for(file, "articles/a.txt", Overrides())
    assert settings.choice == RuleChoice(
        "desk",
        ("sport",),
        ("/desk/house", "/desk/../shared-rules"),
        ("core/*",),
        ("core/a",),
        (("core/b", Severity.ERROR),),
    )
    assert settings.fail_on == "warning"
    assert settings.max_size == 2_000_000
    assert settings.recheck_facts_after == 365
    assert settings.language == "en-GB"
    assert settings.format == ""
    assert settings.fields == {"copy": "body"}


def test_lists_of_entries_add_up_and_later_values_win(file: ConfigFile) -> None:
    settings = settings_for(file, "articles/sport/a.md", Overrides())
    assert settings.choice.profile == "core"
    assert settings.choice.packs == ("sport", "results")
    assert settings.choice.ignore == ("core/a", "core/c")
    assert settings.choice.severity == (
        ("core/b", Severity.SUGGESTION),
        ("core/d", Severity.WARNING),
    )
    assert settings.fail_on == "never"
    assert settings.language == "en-US"
    assert settings.format == "markdown"
    assert settings.fields == {"copy": "body", "hed": "headline"}


def test_the_command_line_wins(file: ConfigFile) -> None:
    overrides = Overrides(
        "other", ("extra",), ("desk/x",), ("core/z",), "error", 5, "en", "text", {"copy": "bio"}
    )
    settings = settings_for(file, "articles/sport/a.md", overrides)
    assert settings.choice.profile == "other"
    assert settings.choice.packs == ("sport", "results", "extra")
    assert settings.choice.select == ("desk/x",)
    assert settings.choice.ignore == ("core/a", "core/c", "core/z")
    assert settings.fail_on == "error"
    assert settings.max_size == 5
    assert settings.language == "en"
    assert settings.format == "text"
    assert settings.fields == {"copy": "bio", "hed": "headline"}


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("articles/a.md", True),
        ("articles/old/a.md", False),
        ("README.md", False),
    ],
)
def test_include_and_exclude(file: ConfigFile, path: str, expected: bool) -> None:
    assert is_article(file, path) is expected


def test_everything_is_an_article_where_nothing_is_said() -> None:
    assert is_article(ConfigFile(), "any/thing.xyz")


@pytest.mark.parametrize(
    ("patterns", "path", "expected"),
    [
        ([], "a.md", False),
        (["*.md"], "deep/down/a.md", True),
        (["/a.md"], "deep/a.md", False),
        (["drafts/"], "x/drafts/a.md", True),
        (["*.md", "!kept.md"], "kept.md", False),
        (["a/**/z.md"], "a/b/c/z.md", True),
    ],
)
def test_patterns_are_those_of_gitignore(patterns: list[str], path: str, expected: bool) -> None:
    assert matches(path, patterns) is expected


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("10MB", 10_000_000),
        ("500 kb", 500_000),
        ("1.5G", 1_500_000_000),
        ("12", 12),
        ("2MiB", 2_000_000),
    ],
)
def test_sizes(text: str, size: int) -> None:
    assert parse_size(text) == size


@pytest.mark.parametrize("text", ["", "big", "10 XB", "-1MB", "1e6"])
def test_what_is_no_size(text: str) -> None:
    with pytest.raises(ValueError, match="is not a size; write 500KB or 10MB"):
        parse_size(text)


@pytest.mark.parametrize(
    ("name", "trail"),
    [
        ("desk", ["profile"]),
        ("sport", ["packs", 0]),
        ("core/*", ["select", 0]),
        ("core/b", ["severity", "core/b"]),
        ("core/c", ["paths", 0, "ignore", 0]),
        ("results", ["paths", 1, "packs", 0]),
        ("/desk/house", ["rules", 0]),
        ("nowhere", None),
    ],
)
def test_trails_lead_to_names(file: ConfigFile, name: str, trail: list[str | int] | None) -> None:
    assert trail_of(file, name) == trail


def test_a_problem_stands_where_the_trail_leads(file: ConfigFile) -> None:
    problem = file.problem(["paths", 1, "severity", "core/d"], "wrong", "hint")
    assert str(problem) == "newslint.yaml:20:44: error: wrong (hint)"


def test_all_problems_of_a_file_are_told() -> None:
    with pytest.raises(NewslintError) as caught:
        parse_config(
            "max_size: huge\nfields: {a: bdy}\npaths: [{match: x, fields: {b: hedline}}]\n",
            "c.yaml",
            "/",
        )
    assert [str(each) for each in caught.value.problems] == [
        "c.yaml:1:11: error: 'huge' is not a size; write 500KB or 10MB",
        "c.yaml:2:13: error: there is no part 'bdy' of an article (did you mean 'body'?)",
        "c.yaml:3:32: error: there is no part 'hedline' of an article (did you mean 'headline'?)",
    ]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (
            "profile: core\nrecheck_facts_after: 0\n",
            "c.yaml:2:22: error: 'recheck_facts_after' must be a day or more (write 365 for a year)",
        ),
        ("recheck_facts_after: -3\n", "c.yaml:1:22: error: 'recheck_facts_after' must be a day or"),
        (
            "recheck_facts_after: 2 years\n",
            "c.yaml:1:22: error: 'recheck_facts_after' must be a whole number, not '2 years'",
        ),
        (
            "recheck_fact_after: 2\n",
            "c.yaml:1:1: error: unknown key 'recheck_fact_after' in the configuration (did you me",
        ),
    ],
)
def test_the_age_of_facts_is_a_number_of_days(text: str, problem: str) -> None:
    with pytest.raises(NewslintError) as caught:
        parse_config(text, "c.yaml", "/")
    (found,) = caught.value.problems
    assert str(found).startswith(problem)


def test_facts_are_good_for_two_years_where_nothing_is_said() -> None:
    assert settings_for(ConfigFile(), "a.txt", Overrides()).recheck_facts_after == RECHECK_AFTER
    assert RECHECK_AFTER == 730


def test_budgets_name_severities_rules_or_the_total() -> None:
    text = "budgets: {total: 20, error: 0, core/x: 3}\n"
    assert parse_config(text, "c.yaml", "/").config.budgets == {
        "total": 20,
        "error": 0,
        "core/x": 3,
    }
    with pytest.raises(NewslintError) as caught:
        parse_config("budgets: {errors: 1, warning: -1}\n", "c.yaml", "/")
    assert [str(each) for each in caught.value.problems] == [
        "c.yaml:1:19: error: 'errors' is no severity and no rule (did you mean 'error'?)",
        "c.yaml:1:31: error: a budget cannot be negative",
    ]


def test_a_toml_table_is_the_same_configuration() -> None:
    toml = """\
[tool.newslint]
profile = "desk"
select = ["core/a"]
max_size = "2MB"

[tool.newslint.severity]
"core/b" = "error"

[[tool.newslint.paths]]
match = "*.md"
fail_on = "never"
"""
    file = parse_pyproject(toml, "pyproject.toml", "/desk")
    assert file is not None
    assert file.config.profile == "desk"
    assert file.config.severity == {"core/b": Severity.ERROR}
    assert file.config.paths == (PathSettings(("*.md",), fail_on="never"),)
    assert str(file.problem(["severity", "core/b"], "wrong")) == "pyproject.toml:7:2: error: wrong"
    assert str(file.problem(["select", 0], "wrong")) == "pyproject.toml:3:1: error: wrong"


@pytest.mark.parametrize("text", ["", "[tool.other]\nnewslint = 1\n", "[project]\n"])
def test_toml_without_the_table(text: str) -> None:
    assert parse_pyproject(text, "pyproject.toml", "/") is None


def test_broken_toml_has_its_place() -> None:
    with pytest.raises(NewslintError) as caught:
        parse_pyproject("[tool.newslint]\nprofile = desk\n", "pyproject.toml", "/")
    assert str(caught.value).startswith("pyproject.toml:2:11: error: not valid TOML: ")

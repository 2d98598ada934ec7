"""Every mistake in a rule file is shown at its place, with its line and a way out."""

from __future__ import annotations

from pathlib import Path

import pytest

from newslint.checks import check_type
from newslint.errors import NewslintError, Problem
from newslint.rulebook import Rule
from newslint.rulefile import ListRow, WordList, list_shape, parse_pack, parse_rule
from newslint.store.rules import list_reader, load_rule

GOOD = """\
check: substitution
message: "Write {replacement}, not {found}."
why: One form is enough.
swap:
  utilise: use
examples:
  - bad: "They [[utilise]] it."
  - good: "They use it."
"""


def no_list(name: str) -> WordList:
    return WordList(name, ())


def read(source: str) -> Rule:
    return parse_rule(source, "demo/words/plain.yaml", "demo", no_list)


def problems(source: str) -> list[Problem]:
    with pytest.raises(NewslintError) as raised:
        read(source)
    assert all(each.rule == "demo/plain" for each in raised.value.problems)
    assert all(each.path == "demo/words/plain.yaml" for each in raised.value.problems)
    return list(raised.value.problems)


def only(source: str) -> Problem:
    (problem,) = problems(source)
    return problem


def test_a_good_rule_is_read():
    rule = read(GOOD)
    assert (rule.id, rule.topic, rule.check.parameters.swap) == (
        "demo/plain",
        "plain",
        {"utilise": "use"},
    )


@pytest.mark.parametrize(
    ("old", "new", "message", "hint", "line", "column", "excerpt"),
    [
        pytest.param(
            "swap:", "severty: error\nswap:", "unknown key 'severty' in rule",
            "did you mean 'severity'?", 4, 1, "severty: error", id="unknown key",
        ),
        pytest.param(
            "check: substitution", "check: substitutions", "unknown check 'substitutions'",
            "did you mean 'substitution'?", 1, 8, "check: substitutions", id="unknown check",
        ),
        pytest.param(
            "swap:\n  utilise: use", "swap: [utilise]",
            "swap must be a mapping of keys to values", "", 4, 7, "swap: [utilise]",
            id="wrong type",
        ),
        pytest.param(
            "swap:", "ignore_case: perhaps\nswap:",
            "'ignore_case' must be true or false, not 'perhaps'", "", 4, 14,
            "ignore_case: perhaps", id="no boolean",
        ),
        pytest.param(
            "swap:", "severity: eror\nswap:",
            "'severity' must be one of error, warning, suggestion", "did you mean 'error'?", 4, 11,
            "severity: eror", id="no choice",
        ),
        pytest.param(
            "swap:", "expires: 31/12/2026\nswap:",
            "'expires' must be a date like 2026-01-31, not '31/12/2026'", "", 4, 10,
            "expires: 31/12/2026", id="no date",
        ),
        pytest.param(
            "  utilise: use", "  utilise: use\n  utilise: apply", "'utilise' is given twice", "",
            6, 3, "  utilise: apply", id="duplicate key",
        ),
        pytest.param(
            "  utilise: use", "  '': use", "an empty entry", "", 5, 3, "  '': use",
            id="empty entry",
        ),
        pytest.param(
            "swap:\n  utilise: use", "patterns:\n  'a(b': c",
            "'patterns' is not a regular expression: missing ) at position 3", "", 5, 3,
            "  'a(b': c", id="pattern that cannot compile",
        ),
        pytest.param(
            "swap:\n  utilise: use", "patterns:\n  'colou?r': paint\n  '(\\d+) pct': '\\2%'",
            "the replacement '\\2%' names group 2, which the pattern lacks", "", 6, 3,
            "  '(\\d+) pct': '\\2%'", id="replacement naming a missing group",
        ),
        pytest.param(
            "swap:\n  utilise: use", "patterns:\n  '(?<n>\\d+) pct': '\\g<m>%'",
            "the replacement '\\g<m>%' names group 'm', which the pattern lacks", "", 5, 3,
            "  '(?<n>\\d+) pct': '\\g<m>%'", id="replacement naming a missing name",
        ),
        pytest.param(
            "not {found}", "not {fond}",
            "the message names '{fond}', which 'substitution' does not fill",
            "did you mean 'found'?", 2, 10, 'message: "Write {replacement}, not {fond}."',
            id="unknown placeholder",
        ),
        pytest.param(
            "not {found}", "not {found",
            "the message cannot be filled: expected '}' before end of string",
            "write {{ and }} for braces that stay", 2, 10,
            'message: "Write {replacement}, not {found."', id="broken placeholder",
        ),
        pytest.param(
            "why: One form is enough.", "why: ''", "'why' is empty", "", 3, 6, "why: ''",
            id="empty text",
        ),
        pytest.param(
            "why: One form is enough.\n", "", "rule lacks the key 'why'", "", 1, 1,
            "check: substitution", id="missing key",
        ),
        pytest.param(
            '  - bad: "They [[utilise]] it."\n', "",
            "needs at least one 'bad' example, or an 'article' that marks words", "", 7, 3,
            '  - good: "They use it."', id="no bad example",
        ),
        pytest.param(
            '  - good: "They use it."\n', "",
            "needs at least one 'good' example, or an 'article' without marks", "", 7, 3,
            '  - bad: "They [[utilise]] it."', id="no good example",
        ),
        pytest.param(
            '  - good: "', '  - god: "', "unknown key 'god' in examples", "did you mean 'good'?",
            8, 5, '  - god: "They use it."', id="unknown key of an example",
        ),
    ],
)  # fmt: skip
def test_a_mistake_is_shown_at_its_place(old, new, message, hint, line, column, excerpt):
    assert old in GOOD
    problem = only(GOOD.replace(old, new))
    assert problem.message == message
    assert problem.hint == hint
    assert (problem.line, problem.column) == (line, column)
    assert problem.excerpt == excerpt


def test_all_mistakes_of_a_file_are_reported_at_once():
    source = GOOD.replace("why:", "wy:").replace("utilise: use", "utilise: [use]")
    assert [each.message for each in problems(source)] == [
        "'swap.utilise' must be one value, not a list or mapping",
        "unknown key 'wy' in rule",
        "rule lacks the key 'why'",
    ]


def test_broken_yaml_names_the_place():
    problem = only("check: [substitution\nmessage: x\n")
    assert (problem.line, problem.column) == (2, 8)
    assert problem.message.startswith("not valid YAML: ")
    assert problem.excerpt == "message: x"


def test_a_file_without_a_mapping_is_refused():
    assert only("- one\n").message == "rule must be a mapping of keys to values"
    assert only("").message == "the file is empty"


def test_yaml_nested_beyond_reason_is_refused():
    for deep in ("[" * 100_000, "- " * 100_000, "{a: " * 100_000):
        problem = only(deep)
        assert problem.message == "not valid YAML: nested too deeply"
        assert problem.line == 1
        assert problem.column > 64


def test_words_that_look_like_other_types_stay_words():
    source = GOOD.replace("utilise: use", "no: yes\n  12:30: half past twelve\n  on: off")
    swap = read(source).check.parameters.swap
    assert swap == {"no": "yes", "12:30": "half past twelve", "on": "off"}


def test_an_empty_rule_of_each_kind_says_what_it_needs():
    assert only(GOOD.replace("swap:\n  utilise: use\n", "")).message == (
        "needs 'swap', 'patterns', 'modifiers' or 'list'"
    )


def write(folder: Path, rule: str, rows: str) -> Path:
    (folder / "words").mkdir()
    path = folder / "words" / "plain.yaml"
    path.write_text(rule, encoding="utf-8")
    (folder / "words" / "plain.csv").write_text(rows, encoding="utf-8")
    return path


LISTED = GOOD.replace("swap:\n  utilise: use\n", "list: plain.csv\n")


def list_problem(folder: Path, rows: str) -> Problem:
    path = write(folder, LISTED, rows)
    with pytest.raises(NewslintError) as raised:
        load_rule(path, "demo")
    (problem,) = raised.value.problems
    assert problem.rule == "demo/plain"
    assert problem.path == str(path.with_suffix(".csv"))
    return problem


def test_a_list_fills_the_rule_and_what_stands_inline_wins(tmp_path):
    rule = LISTED.replace("list:", "swap: {utilise: apply}\nlist:")
    rows = '# a comment\nutilise,use,a note\n"yes, indeed",yes\n\n'
    path = write(tmp_path, rule, rows)
    assert load_rule(path, "demo").check.parameters.swap == {
        "utilise": "apply",
        "yes, indeed": "yes",
    }


def test_a_list_may_begin_with_a_byte_order_mark(tmp_path):
    path = write(tmp_path, LISTED, "\ufeffutilise,use\r\nmake use of,use\r\n")
    assert load_rule(path, "demo").check.parameters.swap == {"utilise": "use", "make use of": "use"}


@pytest.mark.parametrize(
    ("rows", "line", "message"),
    [
        ("utilise,use\n,use\n", 2, "an empty entry"),
        ("utilise,use\nso,thus\nutilise,apply\n", 3, "'utilise' stands in line 1 too"),
        (
            "utilise,use\nso\n", 2,
            "a row must be a wrong form, the right form and perhaps a note, not 'so'",
        ),
        (
            "however, but,but,\n", 1,
            "a row must be a wrong form, the right form and perhaps a note, not 'however,but,but,'",
        ),
        ('utilise,use\n"so"x,thus\n', 2, "not valid CSV: ',' expected after '\"'"),
        ('utilise,use\n"so,thus\nthen,now\n', 2, "not valid CSV: unexpected end of data"),
        ("# nothing\n", 0, "the list is empty"),
    ],
)  # fmt: skip
def test_a_mistake_in_a_list_is_shown_in_its_row(tmp_path, rows, line, message):
    problem = list_problem(tmp_path, rows)
    assert (problem.line, problem.message) == (line, message)


def test_a_missing_list_is_named(tmp_path):
    path = write(tmp_path, LISTED, "")
    path.with_suffix(".csv").unlink()
    with pytest.raises(NewslintError) as raised:
        load_rule(path, "demo")
    (problem,) = raised.value.problems
    assert problem.path.endswith("plain.csv")
    assert problem.message == "cannot be read: No such file or directory"


def test_what_a_check_says_of_a_listed_entry_is_shown_in_the_list(tmp_path):
    rule = LISTED.replace("list:", "ignore_case: no\nlist:")
    path = write(tmp_path, rule, "so,thus\nutilise,utilise\n")
    with pytest.raises(NewslintError) as raised:
        load_rule(path, "demo")
    (problem,) = raised.value.problems
    assert (problem.path, problem.line) == (str(path.with_suffix(".csv")), 2)
    assert problem.message == "'utilise' is to be replaced by itself"


def test_list_shapes_follow_the_parameter():
    assert list_shape(check_type("substitution")).parameter == "swap"
    assert list_shape(check_type("existence")).parameter == "words"


def test_a_list_is_refused_where_no_parameter_takes_one():
    reader = list_reader(Path())
    source = GOOD.replace("swap:\n  utilise: use", "swop: {a: b}")
    with pytest.raises(NewslintError) as raised:
        parse_rule(source, "p.yaml", "demo", reader)
    assert raised.value.problems[0].hint == "did you mean 'swap'?"


def test_rows_keep_their_lines(tmp_path):
    (tmp_path / "a.csv").write_text('# first\n"two\nlines",x\nlast,y\n', encoding="utf-8")
    assert list_reader(tmp_path)("a.csv").rows == (
        ListRow(2, ("two\nlines", "x")),
        ListRow(4, ("last", "y")),
    )


def test_a_pack_file_is_typed_too():
    pack = parse_pack("name: demo\nextends: core\n", "demo/pack.yaml")
    assert pack.extends == ("core",)
    with pytest.raises(NewslintError) as raised:
        parse_pack("name: demo\nextend: core\n", "demo/pack.yaml")
    (problem,) = raised.value.problems
    assert (problem.line, problem.hint) == (2, "did you mean 'extends'?")


def test_a_third_cell_is_a_note(tmp_path):
    path = write(tmp_path, LISTED, "utilise,use,Plain words.\nwhilst,while\n")
    parameters = load_rule(path, "demo").check.parameters
    assert parameters.swap == {"utilise": "use", "whilst": "while"}
    assert parameters.notes == {"utilise": "Plain words."}

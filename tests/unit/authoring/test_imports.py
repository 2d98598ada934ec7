from pathlib import Path

import pytest
import regex

from newslint.authoring.examples import failures
from newslint.authoring.imports import pack_of_entries, read_list, read_typerighter
from newslint.authoring.marks import read_marks
from newslint.authoring.sample import sample
from newslint.errors import NewslintError
from newslint.store.rules import load_rule

TYPERIGHTER = r"""pattern,replacement,description,category
\bwhilst\b,while,Plain words.,Style
(?i)\bto(?:ward)s\b,toward,,Style
\b(\d+) pct\b,$1%,"Sign, not letters.",Numbers
\bvery unique\b,,Unique has no degrees.,Style
"(broken",x,,Style
\b(a) (b)\b,$3,,Style
\bwhilst\b,while,,Style
"""


def test_rows_of_typerighter_become_rules_that_work(tmp_path: Path):
    entries, problems = read_typerighter(TYPERIGHTER, "t.csv")
    assert [(each.line, each.message.split(":")[0]) for each in problems] == [
        (6, "'(broken' is not a regular expression"),
        (7, "the replacement '\\3' names group 3, which the pattern lacks"),
        (8, "'whilst' stands in line 2 too"),
    ]
    made = pack_of_entries(entries, "guardian", "t.csv", problems)
    assert made.rows == 4
    assert sorted(made.files) == [
        "guardian/numbers/numbers-patterns.yaml",
        "guardian/pack.yaml",
        "guardian/style/style-patterns.yaml",
        "guardian/style/style-words-to-avoid.csv",
        "guardian/style/style-words-to-avoid.yaml",
        "guardian/style/style-words.csv",
        "guardian/style/style-words.yaml",
    ]
    assert made.files["guardian/style/style-words.csv"] == "whilst,while,Plain words.\n"
    for name, text in made.files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    for path in tmp_path.glob("guardian/*/*.yaml"):
        rule = load_rule(path, "guardian")
        assert [str(each) for each in failures(rule)] == []
        assert rule.header.status == "preview"
    numbers = load_rule(tmp_path / "guardian/numbers/numbers-patterns.yaml", "guardian")
    assert numbers.check.parameters.patterns == {r"\b(\d+) pct\b": r"\1%"}
    assert numbers.check.parameters.notes == {r"\b(\d+) pct\b": "Sign, not letters."}


def test_columns_may_stand_in_any_order_or_go_unnamed():
    named, _ = read_typerighter("category,suggestion,pattern\nA,b,\\bc\\b\n", "t.csv")
    plain, _ = read_typerighter("\\bc\\b,b,,A\n", "t.csv")
    assert named[0]._replace(line=1) == plain[0]
    assert (plain[0].pattern, plain[0].replacement, plain[0].category, plain[0].literal) == (
        "c", "b", "A", True,
    )  # fmt: skip


def test_a_list_of_wrong_and_right_forms():
    entries, problems = read_list(
        "wrong,right,note\nutilise,use,Plain.\nso,\nwhilst,while\n", "l.csv"
    )
    assert [(each.pattern, each.replacement, each.note) for each in entries] == [
        ("utilise", "use", "Plain."),
        ("whilst", "while", ""),
    ]
    (problem,) = problems
    assert (problem.line, problem.message) == (3, "'so' has no right form beside it")


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [("", 0, "holds no rows"), ('a,b\n"c"d,e\n', 2, "not valid CSV: ',' expected after '\"'")],
)
def test_what_is_no_list_is_refused(text, line, message):
    with pytest.raises(NewslintError) as raised:
        read_list(text, "l.csv")
    (problem,) = raised.value.problems
    assert (problem.path, problem.line, problem.message) == ("l.csv", line, message)


@pytest.mark.parametrize(
    "source",
    [r"\bcat\b", r"c[ou]lou?r", r"(?:very|quite) (?=unique)", r"\d{2,4} (pct|per cent)", r"a\.b+",
     r"(?<n>x)yz?", r"(?<!the )king", r"[^\d\s]end", r"(|s)he"],
)  # fmt: skip
def test_a_sample_is_matched(source):
    marked = read_marks(sample(source))
    (span,) = marked.spans
    (match,) = regex.finditer(source, marked.text)
    assert match.span() == span


@pytest.mark.parametrize("source", ["(a", r"\p{L}+", r"(a)\1", "x" * 500])
def test_no_sample_is_better_than_a_wrong_one(source):
    assert sample(source) == ""

"""What holds for every format: the counts add up, runs are alike, hostile copy is harmless."""

from __future__ import annotations

import csv
import json
import re
from collections import Counter
from collections.abc import Callable
from xml.etree import ElementTree

import pytest

from newslint.errors import NewslintError
from newslint.finding import Severity
from newslint.report import Report
from newslint.reporters import FORMATS, UNCHECKED, Style, render, summary
from tests.unit.reporters.hostile import hostile_report
from tests.unit.reporters.samples import file_of, finding, report_of

Counts = tuple[int, int, int, int]


def counts(words: Counter[str], unchecked: int, names: tuple[str, str, str]) -> Counts:
    """Return errors, warnings, suggestions and problems."""
    assert set(words) <= set(names)
    return (*(words[name] for name in names), unchecked)


PLAIN = ("error", "warning", "suggestion")


def of_full(text: str) -> Counts:
    found = Counter(re.findall(r"^\S.*:\d+:\d+  (error|warning|suggestion)  ", text, re.MULTILINE))
    return counts(found, len(re.findall(r"^\S.*  could not be checked", text, re.MULTILINE)), PLAIN)


def of_concise(text: str) -> Counts:
    found = Counter(re.findall(r":\d+:\d+: (\w+) \w+/", text))
    return counts(found, len(re.findall(r": error: ", text)), PLAIN)


def of_json(text: str) -> Counts:
    data = json.loads(text)
    found = Counter(each["severity"] for file in data["files"] for each in file["findings"])
    unchecked = sum(len(file["errors"]) for file in data["files"]) + len(data.get("errors", []))
    assert {name: found[name] for name in PLAIN} == {name: data["summary"][name] for name in PLAIN}
    return counts(found, unchecked, PLAIN)


def of_sarif(text: str) -> Counts:
    (run,) = json.loads(text)["runs"]
    found = Counter(each["level"] for each in run["results"])
    told = run["invocations"][0].get("toolExecutionNotifications", [])
    return counts(
        found, sum(each["level"] == "error" for each in told), ("error", "warning", "note")
    )


def of_github(text: str) -> Counts:
    commands = re.findall(r"^::(\w+) (?!title=newslint::).*?title=([^:]*)::", text, re.MULTILINE)
    problems = [each for each in commands if "/" not in each[1] or each[1].startswith("house/")]
    found = Counter(kind for kind, title in commands if (kind, title) not in problems)
    plain = re.findall(r"^- .*?:\d+:\d+: (error|warning|suggestion) \w+/", text, re.MULTILINE)
    found.update("notice" if each == "suggestion" else each for each in plain)
    return counts(found, len(problems), ("error", "warning", "notice"))


def of_html(text: str) -> Counts:
    found = Counter(re.findall(r'<div class="note s-(\w+)"', text))
    listed = re.search(r'<section class="problems".*?</section>', text, re.DOTALL)
    return counts(found, listed.group().count("<li>") if listed else 0, PLAIN)


def of_gitlab(text: str) -> Counts:
    found = Counter(each["severity"] for each in json.loads(text))
    return counts(found, found.pop("blocker", 0), ("critical", "minor", "info"))


def of_junit(text: str) -> Counts:
    root = ElementTree.fromstring(text)
    found = Counter(each.get("type") for each in root.iter("failure"))
    for suite in root:
        assert int(suite.get("tests")) == len(suite.findall("testcase"))
        assert int(suite.get("failures")) == len(suite.findall("testcase/failure"))
        assert int(suite.get("errors")) == len(suite.findall("testcase/error"))
    return counts(found, len(list(root.iter("error"))), PLAIN)


def of_checkstyle(text: str) -> Counts:
    entries = list(ElementTree.fromstring(text).iter("error"))
    problems = [each for each in entries if each.get("source") == UNCHECKED.replace("/", ".")]
    found = Counter(each.get("severity") for each in entries if each not in problems)
    return counts(found, len(problems), ("error", "warning", "info"))


def of_rdjson(text: str) -> Counts:
    return _diagnostics(json.loads(text)["diagnostics"])


def of_rdjsonl(text: str) -> Counts:
    return _diagnostics([json.loads(line) for line in text.splitlines()])


def _diagnostics(entries: list[dict]) -> Counts:
    ours = [each for each in entries if each.get("code", {}).get("value", "").startswith("core/")]
    found = Counter(each["severity"] for each in ours)
    return counts(found, len(entries) - len(ours), ("ERROR", "WARNING", "INFO"))


def of_sonarqube(text: str) -> Counts:
    data = json.loads(text)
    severities = {rule["id"]: rule["severity"] for rule in data["rules"]}
    found = Counter(severities[issue["ruleId"]] for issue in data["issues"])
    return counts(found, found.pop("BLOCKER", 0), ("MAJOR", "MINOR", "INFO"))


def of_markdown(text: str) -> Counts:
    found = Counter(re.findall(r"^- \*\*(\w+)\*\* line ", text, re.MULTILINE))
    return counts(found, len(re.findall(r"^- `", text, re.MULTILINE)), PLAIN)


def of_csv(text: str) -> Counts:
    found = Counter(row["severity"] for row in csv.DictReader(text.splitlines()))
    return counts(found, found.pop("unchecked", 0), PLAIN)


COUNTERS: dict[str, Callable[[str], Counts]] = {
    name.removeprefix("of_"): function
    for name, function in list(globals().items())
    if name.startswith("of_")
}


def crowded_report() -> Report:
    """Return more findings than GitHub shows of a kind, in two files, and two problems."""
    text = "Mayor " * 14
    numbers = {Severity.ERROR: 13, Severity.WARNING: 12, Severity.SUGGESTION: 14}
    found = [
        finding(text, "Mayor", number=number, severity=severity)
        for severity, count in numbers.items()
        for number in range(1, count + 1)
    ]
    hostile = hostile_report()
    return report_of(
        file_of(text, found, "a.txt"), *hostile.files, file_of(text, [], "clean.txt"),
        problems=hostile.problems,
    )  # fmt: skip


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize(
    "report", [crowded_report(), hostile_report(), report_of()], ids=["crowded", "hostile", "empty"]
)
def test_the_counts_add_up(name, report):
    wanted = (
        report.count(Severity.ERROR),
        report.count(Severity.WARNING),
        report.count(Severity.SUGGESTION),
        len(report.every_problem),
    )
    assert COUNTERS[name](render(name, report)) == wanted


@pytest.mark.parametrize("name", FORMATS)
def test_runs_are_alike(name):
    assert render(name, hostile_report()) == render(name, hostile_report())


@pytest.mark.parametrize("name", FORMATS)
def test_the_text_can_be_written_and_holds_no_control_characters(name):
    text = render(name, hostile_report())
    text.encode("utf-8")
    assert not re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]", text)
    assert text.endswith("\n")


@pytest.mark.parametrize(
    "name", ["checkstyle", "concise", "csv", "github", "gitlab", "junit", "markdown"]
)
def test_the_place_of_an_item_is_named(name):
    text = "A mayor."
    file = file_of(text, [finding(text, "mayor")])
    placed = file.findings[0]._replace(item="story 7")
    assert "story 7" in render(name, report_of(file._replace(findings=(placed,))))


def test_an_unknown_format_is_an_error_with_a_suggestion():
    with pytest.raises(NewslintError) as raised:
        render("gitlub", report_of())
    assert raised.value.problems[0].message == "there is no report format 'gitlub'"
    assert raised.value.problems[0].hint in {"did you mean 'gitlab'?", "did you mean 'github'?"}


def test_the_summary_is_one_sentence():
    assert summary(report_of()) == "Nothing found in 0 files."
    assert summary(crowded_report()) == (
        "14 errors, 13 warnings, 15 suggestions in 3 files; 1 file could not be checked; 1 problem."
    )


def test_a_style_is_plain_unless_told_otherwise():
    assert Style() == Style(colour=False, width=100, time="1970-01-01T00:00:00")

import csv
import io

import pytest

from newslint.authoring.audit import Hit
from newslint.authoring.sheet import (
    COLUMNS,
    Score,
    draw,
    read_scores,
    score_lines,
    write_csv,
    write_html,
)
from newslint.errors import NewslintError


def hit(number=1, found="teh"):
    return Hit("own/a", f"x:{number}", "body", "in ", found, " town", "Write the.", "the",
               False, False, f"k{number}")  # fmt: skip


def test_drawing_is_repeatable_and_keeps_the_order():
    hits = [hit(number) for number in range(100)]
    first = draw(hits, 10)
    assert first == draw(hits, 10)
    assert first != draw(hits, 10, seed=2)
    assert [each.key for each in first] == [each.key for each in hits if each in first]
    assert draw(hits[:3], 10) == hits[:3]


def test_a_sheet_has_an_empty_verdict_and_no_formulas():
    rows = list(csv.DictReader(io.StringIO(write_csv([hit(), hit(2, "=1+1, “so”")]))))
    assert tuple(rows[0]) == COLUMNS
    assert rows[0]["verdict"] == ""
    assert rows[1]["found"] == "'=1+1, “so”"


def marked(*verdicts):
    rows = list(csv.reader(io.StringIO(write_csv([hit(n) for n in range(len(verdicts))]))))
    for row, verdict in zip(rows[1:], verdicts, strict=True):
        row[0] = verdict
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    return out.getvalue()


def test_a_marked_sheet_gives_precision_and_interval():
    (score,) = read_scores(marked("right", "R", "yes", "wrong", ""), "s.csv")
    assert score == Score("own/a", 3, 4)
    low, high = score.interval
    assert (round(low, 3), round(high, 3)) == (0.301, 0.954)
    assert score_lines([score]) == ["own/a  3 of 4 right, 75% (95% interval 30% to 95%)"]


def test_several_rules_have_a_total_and_a_mean():
    lines = score_lines([Score("own/a", 9, 10), Score("own/b", 1, 2)])
    assert lines[2].startswith("all    10 of 12 right, 83%")
    assert lines[3] == "mean over 2 rules: 70%"
    assert score_lines([]) == ["nothing is marked"]


def test_other_verdicts_are_named_with_their_line():
    with pytest.raises(NewslintError) as raised:
        read_scores(marked("right", "perhaps"), "s.csv")
    (problem,) = raised.value.problems
    assert (problem.line, problem.message) == (3, "'perhaps' is no verdict")


@pytest.mark.parametrize("text", ["", "a,b\n1,2\n", 'verdict,rule\n"x"y,z\n'])
def test_what_is_no_sheet_is_refused(text):
    with pytest.raises(NewslintError):
        read_scores(text, "s.csv")


def test_the_page_shows_and_saves_each_hit():
    page = write_html([hit(found="<b></script>")], "Hits & more")
    assert "<title>Hits &amp; more</title>" in page
    assert "<mark>&lt;b&gt;&lt;/script&gt;</mark>" in page
    assert page.count("</script>") == 1
    assert page.count('type="radio"') == 2

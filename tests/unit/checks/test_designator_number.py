import pytest

from newslint.checks.designator_number import DesignatorNumber, Parameters
from newslint.context import Context
from newslint.document import Document

CHECK = DesignatorNumber(Parameters(words=("set", "batch"), numbers=("two",)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A set of K-30. The K-30s work.", ["set of K-30"]),
        ("The K-30s work. They sold two K-30 and 4 K-30.", ["two K-30", "4 K-30"]),
        ("A set of K-30 radars. The K-30s work. A K-30 fell; 1 K-30 stands.", []),
        ("A set of K-30. The K-40s work.", []),
        ("A set of K-30s. The K-30s work.", []),
    ],
)
def test_bare_forms_where_several_are_meant(text: str, expected: list[str]) -> None:
    hits = list(CHECK.hits(Document.from_text(text), Context()))
    assert [hit.span.of(text) for hit in hits] == expected
    assert all(hit.related[0].span.of(text) == "K-30s" for hit in hits)

import pytest

from newslint.checks.name_spelling import NameSpelling, Parameters
from newslint.context import Context
from newslint.document import Document


def found(text: str, **parameters: object) -> list[tuple[str, str]]:
    check = NameSpelling(Parameters(**parameters))
    hits = list(check.hits(Document.from_text(text), Context()))
    return [(hit.span.of(text), hit.related[0].span.of(text)) for hit in hits]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Minister Malin Oberholt left. Oberhlot said so.", ("Oberhlot", "Malin Oberholt")),
        ("Gerhard Möllner left. Later Mollner came.", ("Mollner", "Gerhard Möllner")),
        ("They met Alan F. Marvoce. Then Alan Marcove went.", ("Alan Marcove", "Alan F. Marvoce")),
        ("Wang Xianzeng left, and so Wang Xiangzeng wept.", ("Wang Xiangzeng", "Wang Xianzeng")),
        ("They like Jon Grady. “I do,” Grade said.", ("Grade", "Jon Grady")),
        ("It left Cape Verde. He saw Cape Vedre again.", ("Cape Vedre", "Cape Verde")),
        ("Lee Moss of Lund Securities met Ole Berg of Dahl Securites.", ("Dahl Securites", "Lund")),
        ("FOCUS. Ted Holmqvist sang. We saw F Holmqwist and T Holmquist.", ("Holmquist", "Ted")),
    ],
)
def test_one_name_spelled_two_ways(text: str, expected: tuple[str, str]) -> None:
    pairs = found(text)
    assert any(
        wrong.endswith(expected[0]) and right.startswith(expected[1]) for wrong, right in pairs
    ), pairs


@pytest.mark.parametrize(
    "text",
    [
        "Tom Rooney met Kim Romney. Rooney left before Romney did.",
        "Ana Holt and her son Jon Holt left. The Holts wept.",
        "Malin Whyte left. While she was away, it rained.",
        "Norway lost. Norwegian Ole Berg wept.",
        "North Korea objects. North Koreans wept; a North Korean general left.",
        "Ole Berg wrote “Ole Burg” [sic] in it. Ole Berg wept.",
        "Bill Condon flew to London. Condon is well.",
        "He saw ABC News and NBC News.",
        "Follow Ollie Cookson (@OCookson). Cookson wept.",
        "Jon Hutton played. Sutton, Andrews and Wood played too.",
    ],
)
def test_what_is_no_slip(text: str) -> None:
    assert found(text) == []


def test_the_rarer_spelling_points_at_the_full_name() -> None:
    text = "We saw Malin Oberhlot. Oberholt left. “No,” Oberholt said. Oberholt wept."
    assert found(text) == [("Malin Oberhlot", "Oberholt")]


def test_a_house_may_exempt_a_name() -> None:
    text = "Minister Malin Oberholt left. Oberhlot said so."
    assert found(text, words=("Oberhlot",)) == []
    assert found(text) != []

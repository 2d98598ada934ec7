"""What the parts of a run take."""

from newslint import Document, Linter, load_profile
from newslint.stopwatch import Lap, Stopwatch, timed


def ticking():
    """Return a clock that is one second later each time it is looked at."""
    times = iter(range(1000))
    return lambda: float(next(times))


def test_what_runs_inside_is_taken_off():
    watch = Stopwatch(ticking())
    with watch.running("outer"), watch.running("inner"):
        pass
    with timed(watch, "inner"):
        pass
    assert watch.laps() == [Lap("inner", 2.0, 2), Lap("outer", 2.0, 1)]


def test_nobody_wants_to_know():
    with timed(None, "part"):
        pass


def test_the_parts_of_a_check_are_named():
    document = Document.from_text("The mayor opened the the bridge.\n\nIt cost 5 million dollars.")
    document.stopwatch = Stopwatch(ticking())
    Linter(load_profile("core")).check(document)
    names = {lap.name for lap in document.stopwatch.laps()}
    assert {"matching", "layer structure", "layer words", "rule core/currency-form"} <= names

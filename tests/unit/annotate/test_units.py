import os
import subprocess
import sys
from pathlib import Path

import pytest

from newslint.annotate.units import Unit, conversions, differences, unit_after

KM = Unit(("kilometer",), "length", symbol=True)
MILE = Unit(("mile",), "length", symbol=False)
CELSIUS = Unit(("degC",), "temperature", symbol=False)
FAHRENHEIT = Unit(("degF",), "temperature", symbol=False)


def test_converts_by_pint() -> None:
    assert conversions(100, KM, MILE) == (pytest.approx(62.1371, rel=1e-5),)
    assert conversions(20, CELSIUS, FAHRENHEIT) == (pytest.approx(68),)
    assert differences(2, CELSIUS, FAHRENHEIT) == (pytest.approx(3.6),)


def test_an_ambiguous_unit_has_several_readings() -> None:
    gallon = Unit(("gallon", "imperial_gallon"), "volume", symbol=False)
    litre = Unit(("liter",), "volume", symbol=False)
    assert conversions(10, gallon, litre) == (pytest.approx(37.854, rel=1e-4),
                                              pytest.approx(45.461, rel=1e-4))  # fmt: skip


def test_consumption_is_the_reciprocal_of_economy() -> None:
    mpg = Unit(("mile/gallon",), "economy", symbol=True)
    per_100 = Unit(("liter/hectokilometer",), "economy", symbol=True)
    assert conversions(40, mpg, per_100) == (pytest.approx(5.88, rel=1e-3),)


def test_another_dimension_has_no_conversion() -> None:
    assert conversions(5, KM, CELSIUS) == ()


def test_symbols_keep_their_capitals() -> None:
    assert unit_after("5 m", 1, 3) is not None
    assert unit_after("5 M", 1, 3) is None
    assert unit_after("5 Miles", 1, 7) is not None
    assert unit_after("5 mice", 1, 6) is None


def test_a_damaged_or_read_only_cache_does_no_harm(tmp_path: Path) -> None:
    code = (
        "from newslint.annotate.units import Unit, conversions; "
        "print(conversions(1, Unit(('mile',), 'length', True), Unit(('km',), 'length', True)))"
    )
    command = [sys.executable, "-c", code]
    for folder in (tmp_path, tmp_path, Path(os.devnull) / "none"):
        environment = {**os.environ, "XDG_CACHE_HOME": str(folder)}
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
        assert done.stdout.startswith("(1.609344")
        for kept in tmp_path.rglob("*.pickle"):
            kept.write_bytes(b"")


def test_pint_is_not_loaded_by_reading() -> None:
    code = (
        "import sys; from newslint import Document; "
        "from newslint.annotate.quantities import quantities; "
        "Document.from_text('5 km of road').layer(quantities); "
        "sys.exit('pint' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0

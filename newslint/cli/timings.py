"""What `--timings` says."""

from __future__ import annotations

from time import process_time

from newslint.stopwatch import Stopwatch


def stopwatch() -> Stopwatch:
    """Return a stopwatch that counts the time of this process on the processor."""
    return Stopwatch(process_time)


def table(watch: Stopwatch) -> str:
    """Lay out what each rule, layer and reader took by itself, the dearest first."""
    laps = watch.laps()
    total = sum(lap.seconds for lap in laps) or 1.0
    lines = [f"{'ms':>10} {'share':>6} {'runs':>7}  part"]
    for name, seconds, runs in laps:
        lines.append(f"{seconds * 1000:10.2f} {seconds / total:6.1%} {runs:7}  {name}")
    lines.append(f"{total * 1000:10.2f} {1:6.0%} {'':7}  in all")
    return "\n".join(lines)

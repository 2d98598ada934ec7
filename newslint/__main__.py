"""Run the command line as `python -m newslint`."""

from __future__ import annotations

from newslint.cli import command

if __name__ == "__main__":
    command()

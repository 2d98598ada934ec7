"""The packs that commands for rule owners see: the shipped ones and the house's own."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from newslint.config import ConfigFile
from newslint.store.configs import Configs
from newslint.store.rules import Library


def add_config(parser: ArgumentParser) -> None:
    """Add the option that names a configuration."""
    parser.add_argument("--config", metavar="FILE", help="use this configuration")


def config_of(arguments: Namespace) -> ConfigFile:
    """Return the configuration that governs the current folder, or the one that was named."""
    given = Path(arguments.config) if arguments.config else None
    return Configs(given).of(Path.cwd())


def house_folders(config: ConfigFile) -> list[Path]:
    """Return the folders of the house's own packs."""
    return [Path(config.home) / folder for folder in config.config.rules]


def library_of(config: ConfigFile) -> Library:
    """Return the shipped packs and those of the configuration's folders."""
    return Library(house_folders(config))


def counted(number: int, noun: str) -> str:
    """Write a number of things."""
    if number == 1:
        return f"1 {noun}"
    return f"{number:,} {noun[:-1]}ies" if noun.endswith("y") else f"{number:,} {noun}s"

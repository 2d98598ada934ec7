"""`newslint audit`: see what rules would say of an archive, before anyone else does."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from newslint.authoring.audit import Audit, Hit, Recipe, commonest, compare, joined
from newslint.authoring.audit import run as audit
from newslint.authoring.corpus import Piece, pieces
from newslint.authoring.find import RuleFile, files_of
from newslint.authoring.sheet import draw, read_scores, score_lines, write_csv, write_html
from newslint.cli import CLEAN, FAILED, complain, options
from newslint.cli.rulebase import add_config, config_of, counted, library_of
from newslint.errors import NewslintError
from newslint.store.raw import read_text, write_bytes

#: With fewer pieces than this no progress bar is worth its flicker.
_MANY = 8


def add(subparsers: Any) -> None:  # noqa: ANN401 - argparse has no public type for it
    """Add the command to the parser."""
    parser: ArgumentParser = subparsers.add_parser(
        "audit",
        help="see what rules say of an archive",
        description="Run rules over an archive and show their hits in context, how many there "
        "are, the commonest forms, and what quotations hold back.",
    )
    parser.add_argument("rules", nargs="*", metavar="RULE", help="ids, packs or rule files")
    parser.add_argument(
        "--corpus",
        action="append",
        default=[],
        metavar="PATH",
        help="a folder of articles, or a file such as archive.jsonl(.gz) (repeatable)",
    )
    parser.add_argument(
        "--field",
        action="append",
        default=[],
        type=options.key_and_field,
        metavar="KEY=FIELD",
        help="the part of the article that a key of a JSON item holds, such as text=body",
    )
    parser.add_argument("--show", type=int, default=20, metavar="N", help="hits shown for a rule")
    parser.add_argument(
        "--sample", type=int, default=0, metavar="N", help="draw hits for a sheet to mark"
    )
    parser.add_argument(
        "--output", metavar="FILE", help="where the sheet goes: .csv or .html (with --sample)"
    )
    parser.add_argument("--seed", type=int, default=1, help="another seed draws other hits")
    parser.add_argument(
        "--score", metavar="FILE", help="read a marked sheet and give the precision"
    )
    parser.add_argument(
        "--compare",
        nargs=2,
        metavar=("OLD", "NEW"),
        help="show what a changed rule gains and loses: two rule files",
    )
    parser.add_argument("--jobs", type=int, default=0, metavar="N", help="processes (default: all)")
    add_config(parser)
    parser.set_defaults(run=run)


def run(arguments: Namespace) -> int:
    """Audit what the arguments name; returns the exit code."""
    if arguments.score:
        path = Path(arguments.score)
        print("\n".join(score_lines(read_scores(read_text(path), path.as_posix()))))
        return CLEAN
    if not arguments.corpus:
        raise NewslintError.of("name an archive with --corpus")
    if not arguments.rules and not arguments.compare:
        raise NewslintError.of("name a rule, a pack or a rule file, or --compare two of them")
    if arguments.sample and not arguments.output:
        raise NewslintError.of("--sample needs --output", hint="such as --output sheet.csv")
    cut = list(pieces(Path(path) for path in arguments.corpus))
    if arguments.compare:
        return _compare(arguments, cut)
    files = files_of(library_of(config_of(arguments)), arguments.rules)
    found = _audit(cut, files, arguments)
    if arguments.sample:
        _write_sheet(found, arguments)
    else:
        print("\n\n".join("\n".join(summary(found, file.rule_id, arguments)) for file in files))
    complain(found.problems)
    return FAILED if found.problems else CLEAN


def _audit(cut: Sequence[Piece], files: Sequence[RuleFile], arguments: Namespace) -> Audit:
    recipe = Recipe(tuple(files), dict(arguments.field))
    return joined(_with_progress(audit(cut, recipe, arguments.jobs), len(cut)))


def _with_progress(audits: Iterable[Audit], total: int) -> Iterable[Audit]:
    if total < _MANY or not sys.stderr.isatty():
        return audits
    from tqdm import tqdm

    return tqdm(audits, total=total, unit=" pieces", leave=False, dynamic_ncols=True)


def summary(found: Audit, rule: str, arguments: Namespace) -> list[str]:
    """Return what is to be said of one rule."""
    hits, held = found.of(rule), found.held(rule)
    articles = len({hit.article for hit in hits})
    per_article = 1000 * len(hits) / max(1, found.articles)
    per_word = 1000 * len(hits) / max(1, found.words)
    quoted = sum(hit.quoted for hit in hits)
    where = f"{counted(len(hits), 'hit')} in {articles} of {counted(found.articles, 'article')}"
    lines = [
        rule,
        f"  {where}: {per_article:.1f} per 1,000 articles, {per_word:.3f} per 1,000 words",
        f"  {quoted} of them inside quotations; {len(held)} more there are held back",
        f"  {found.seconds:.2f} s in all rules audited",
    ]
    if hits:
        lines += ["  commonest"]
        lines += [f"    {count:6}  {form[:60]}" for form, count in commonest(hits)]
        lines += ["  in context", *(f"    {line}" for line in in_context(hits, arguments))]
    return lines


def in_context(hits: Sequence[Hit], arguments: Namespace) -> list[str]:
    """Show hits between the words around them, the matched words in one column."""
    shown = draw(hits, arguments.show, arguments.seed)
    width = 38
    lines = []
    for hit in shown:
        found = " ".join(hit.found.split())
        fix = f"→{' '.join(hit.replacement.split())}" if hit.replacement else ""
        middle = f"[{found[:60]}{'…' if len(found) > 60 else ''}{fix}]"
        lines.append(f"{hit.before[-width:].rjust(width)}{middle}{hit.after[:width]}")
    rest = len(hits) - len(shown)
    return [*lines, f"… and {rest} more (--show {len(hits)})"] if rest else lines


def _write_sheet(found: Audit, arguments: Namespace) -> None:
    path = Path(arguments.output)
    hits = draw([hit for hit in found.hits if not hit.held], arguments.sample, arguments.seed)
    if path.suffix == ".html":
        text = write_html(hits, f"Hits of {', '.join(arguments.rules)}")
    else:
        text = write_csv(hits)
    write_bytes(path, text.encode())
    print(f"wrote {counted(len(hits), 'hit')} to {path}; mark them, then: "
          f"newslint audit --score {path.with_suffix('.csv')}")  # fmt: skip


def _compare(arguments: Namespace, cut: Sequence[Piece]) -> int:
    library = library_of(config_of(arguments))
    old, new = (_audit(cut, files_of(library, [name]), arguments) for name in arguments.compare)
    found = compare(old, new)
    print(f"{counted(found.same, 'hit')} are the same, {len(found.gained)} gained, "
          f"{len(found.lost)} lost")  # fmt: skip
    for title, hits in (("gained", found.gained), ("lost", found.lost)):
        if hits:
            print("\n".join([title, *(f"    {line}" for line in in_context(hits, arguments))]))
    problems = [*old.problems, *new.problems]
    complain(problems)
    return FAILED if problems else CLEAN

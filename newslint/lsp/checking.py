"""Checks the texts that an editor holds open, each against what governs its file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from hashlib import blake2b
from pathlib import Path

from newslint.config import is_article, parse_config
from newslint.errors import NewslintError, Problem
from newslint.factsheet import Facts
from newslint.finding import Applicability
from newslint.readers import EXTENSIONS
from newslint.record import Record
from newslint.report import FileReport, RuleInfo, unchecked
from newslint.rulebook import rule_info
from newslint.rulefile import parse_rule
from newslint.session import Session
from newslint.store.configs import NAME as CONFIG
from newslint.store.factfolders import FOLDER as FACTS
from newslint.store.facts import parse_facts
from newslint.store.files import relative
from newslint.store.rules import list_reader
from newslint.store.sidecars import NAME as SIDECAR
from newslint.suppress import parse_sidecar

#: Language of an editor -> ending of a file, for texts without a name.
_ENDINGS = {"markdown": ".md", "html": ".html", "plaintext": ".txt", "quarto": ".qmd"}


#: So many states of a text have their reports kept.
_STATES = 4


class Text(Record):
    """A text that is open: its name, the editor's word for its language, version and content."""

    path: str
    language: str
    version: int
    content: str

    @property
    def name(self) -> str:
        """Return the path to check it as."""
        if Path(self.path).suffix or self.language not in _ENDINGS:
            return self.path
        return self.path + _ENDINGS[self.language]

    @property
    def state(self) -> bytes:
        """Return a digest of what is checked: the name and the words, not their version."""
        whole = f"{self.name}\0{self.content}".encode("utf-8", "surrogatepass")
        return blake2b(whole, digest_size=16).digest()


class Checker:
    """Checks texts; one at a time. `make` makes the session anew where files have changed."""

    def __init__(self, make: Callable[[], Session]) -> None:
        self._make = make
        self._session: Session | None = None
        self._kept: dict[str, dict[bytes, FileReport]] = {}

    @property
    def session(self) -> Session:
        """Return the session; raises NewslintError where the house's files are broken."""
        if self._session is None:
            self._session = self._make()
        return self._session

    def forget(self, make: Callable[[], Session] | None = None) -> None:
        """Read configuration, rules and facts again before the next check."""
        self._make = make or self._make
        self._session = None
        self._kept.clear()

    def close(self, path: str) -> None:
        """Forget what was found in a text."""
        self._kept.pop(path, None)

    def check(self, text: Text) -> FileReport:
        """Check a text, or return what was found in the same words before.

        Reports of the last few states are kept, so that nothing is checked twice because somebody
        asks twice, or goes back a step.
        """
        kept = self._kept.setdefault(text.path, {})
        state = text.state
        report = kept.pop(state, None) or self._checked(text)
        while len(kept) >= _STATES:
            del kept[next(iter(kept))]
        kept[state] = report
        return report

    def fixed(self, text: Text) -> str:
        """Return the text with all safe fixes made; raises NewslintError."""
        if not self._is_article(text):
            return text.content
        made = self.session.fix(text.name, text.content.encode(), Applicability.SAFE)
        return made.fixed.text

    def rules(self, text: Text) -> dict[str, RuleInfo]:
        """Return what is known of the rules that speak of a text; raises NewslintError."""
        return {rule.id: rule_info(rule) for rule in self.session.rules(text.name).rules}

    def facts(self, text: Text) -> Facts:
        """Return the facts that an article is checked against; raises NewslintError."""
        return self.session.facts(text.path)

    def _checked(self, text: Text) -> FileReport:
        try:
            if (report := _settings_report(text)) is not None:
                return report
            if not text.content.strip() or not self._is_article(text):
                return unchecked(text.name, ())
            return self.session.check(text.name, text.content.encode("utf-8", "surrogatepass"))
        except NewslintError as error:
            return unchecked(text.name, error.problems)

    def _is_article(self, text: Text) -> bool:
        path = Path(text.name)
        if path.suffix.lower() not in EXTENSIONS and text.language not in _ENDINGS:
            return False
        config = self.session.configs.of(path.parent)
        return is_article(config, relative(path, config))


def _settings_report(text: Text) -> FileReport | None:
    """Say what is wrong with a file that settles something for others; None for an article."""
    path = Path(text.path)
    try:
        if path.name == CONFIG:
            parse_config(text.content, text.path, path.parent.as_posix())
        elif path.name == SIDECAR:
            parse_sidecar(text.content, text.path, path.parent.as_posix())
        elif path.suffix == ".yaml" and path.parent.name == FACTS:
            parse_facts(text.content, text.path)
        elif path.suffix == ".yaml" and (path.parent.parent / "pack.yaml").is_file():
            return unchecked(text.path, _rule_problems(text, path))
        elif path.suffix not in (".yaml", ".yml"):
            return None
    except NewslintError as error:
        return unchecked(text.path, error.problems)
    return unchecked(text.path, ())


def _rule_problems(text: Text, path: Path) -> Iterator[Problem]:
    """Say which of a rule's examples are not met; raises NewslintError for a broken rule."""
    from newslint.authoring.examples import failures

    rule = parse_rule(text.content, text.path, path.parent.parent.name, list_reader(path.parent))
    for each in failures(rule, text.content):
        yield Problem(f"example {each.number} ({each.kind}): {each.problem}", text.path, each.line)

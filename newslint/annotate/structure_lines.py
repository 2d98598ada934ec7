"""Lines that say by their form what they are: wire furniture, captions, corrections, labels."""

from __future__ import annotations

from functools import cache

import regex

from newslint import lexicon
from newslint.document import Field
from newslint.regexes import DOTALL, compiled

#: The longest line that is judged by its form, in characters.
LONGEST_LINE = 500
_LONGEST_FURNITURE = 240

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|"
    r"Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_WEEKDAY = r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?,? )"
_NUMBER = r"\d{1,2}(?:st|nd|rd|th)?"
#: A day of the calendar with its month, in either order, and perhaps its year.
DAY = rf"(?:{_MONTH} {_NUMBER}|{_NUMBER} {_MONTH})(?:,? (?:19|20)\d\d)?"
_NAME = r"\p{Lu}[\p{L}'’.-]+"
_AGENCY = r"(?:AP|AFP|EPA|PA|UPI|[Dd]pa|DPA|Reuters|REUTERS|Getty(?: Images)?)"
_TO_A_STORY = (
    r"(?:reporting|research|from \p{Lu}|to (?:this|the) (?:\w+ )?"
    r"(?:report|story|article|post|piece|column|dispatch|coverage))"
)
_PICTURE = r"(?i:(?:file )?photo(?:graph)?|image|picture|(?:photo )?credit)"

# Forms that no list of words can hold; each is matched against a whole line.
_FURNITURE = (
    r"[#*=_~.•·\-–— ]{3,}\.?",
    # Slugs: "BC-EU--Harbour Strike, 1st Ld-Writethru", "HARBOUR-STRIKE/TALKS (UPDATE 1)".
    r"[A-Z]{2}-(?:[A-Z]{2}-){0,2}(?:-|(?<=-[A-Z]{2}-))\w[\w-]*(?: [\w-]+){0,4}(?:, .{0,60})?",
    r"[A-Z]{3,}(?:[-/][A-Z0-9]{2,})+/?(?: ?\([A-Z0-9 ,.&-]+\))?",
    r"\((?:UPDATE|RECAST|RPT|REPEAT|ADD|WRAPUP)S?\b[^()]{0,160}\)",
    r"(?:UPDATE|WRAPUP|RPT|RECAST) ?\d?",
    # Who made it.
    r"\(?(?i:written|edited|reported) by \p{Lu}.{0,120}[;)].{0,120}",
    rf"[-–—•( ]*\p{{Lu}}[^.]{{0,160}} contributed (?:\w+ )?{_TO_A_STORY}\b.{{0,120}}",
    rf"(?:{_NAME} ){{1,3}}(?:and (?:{_NAME} ){{1,3}})?(?:also )?reported from \p{{Lu}}.{{0,60}}",
    r"(?:(?i:copyright) ?(?=©|\(c\)|(?:19|20)\d\d)|© ?|\([Cc]\) ?(?=(?:19|20)\d\d)).{0,240}",
    r".{0,80}\b(?i:all rights reserved)\b.{0,200}",
    # Addresses, dates of the page, posts that were embedded.
    r"(?:\W{0,3})(?i:https?://|www\.)\S+\W{0,2}",
    r"(?i:(?:first )?published|(?:last )?updated|posted)(?: on| at)?\b[: ]{1,2}.{0,20}\d.{0,60}",
    r"[-–—]{1,2} ?[^()]{1,60}\(@\w+\).{0,40}",
    r"</?[a-z][^<>]*>.{0,10}",
)
_CAPTION = (
    rf"\(?{_AGENCY}(?: Photo| Images)?(?: ?/ ?| via | \| )\p{{Lu}}.{{1,80}}",
    r"(?:FILE|File) ?(?:[-–—:]|PHOTO|photo).{5,500}",
    rf".{{10,400}}\((?:{_PICTURE}\b|AP Photo|{_AGENCY})[^()]{{0,100}}\)\.?",
    rf".{{10,400}}\s{_PICTURE}s?\s?: ?\p{{Lu}}[^.:]{{2,60}}\.?",
    r".{5,300}\b[Ff]ile (?:photo|picture|image)\W{0,2}",
    rf"{_NAME}(?: {_NAME}){{0,4}} ?(?:/|via) ?(?:{_AGENCY}|Shutterstock|Associated Press)\.?",
)
_CORRECTION = (
    (
        r"[\[(*_ ]*(?i:editors?['’]s? note)\W{1,3}.{0,300}\b(?:corrected|correction|earlier version"
        r"|previous version|amended|clarified|misstated|incorrectly)\b.*"
    ),
)

#: Labels of a content-management system, in small letters, and the part of the article they name.
LABELS = {
    "headline": Field.HEADLINE,
    "title": Field.HEADLINE,
    "hed": Field.HEADLINE,
    "subtitle": Field.STANDFIRST,
    "subheadline": Field.STANDFIRST,
    "subhead": Field.STANDFIRST,
    "standfirst": Field.STANDFIRST,
    "dek": Field.STANDFIRST,
    "deck": Field.STANDFIRST,
    "summary": Field.STANDFIRST,
    "excerpt": Field.STANDFIRST,
    "teaser": Field.STANDFIRST,
    "description": Field.STANDFIRST,
    "byline": Field.BYLINE,
    "author": Field.BYLINE,
    "authors": Field.BYLINE,
    "author name": Field.BYLINE,
    "written by": Field.BYLINE,
    "reporter": Field.BYLINE,
    "by": Field.BYLINE,
    "dateline": Field.DATELINE,
    "location": Field.DATELINE,
    "date": Field.DATELINE,
    "bio": Field.BIO,
    "author bio": Field.BIO,
    "about author": Field.BIO,
    "about the author": Field.BIO,
    "about the authors": Field.BIO,
    "biography": Field.BIO,
    "function": Field.BIO,
    "position": Field.BIO,
    "role": Field.BIO,
    "job title": Field.BIO,
    "job": Field.BIO,
    "occupation": Field.BIO,
    "e-mail": Field.BIO,
    "email": Field.BIO,
    "twitter": Field.BIO,
    "contact": Field.BIO,
    "education": Field.BIO,
    "pull quote": Field.PULLQUOTE,
    "pullquote": Field.PULLQUOTE,
}
_EDGES = "()[]{}*_#-–—•|·. \t\u00a0"
_LONGEST_OPENING = 12


# What a line must hold for one of the forms to fit: most paragraphs hold none of it.
_HINTS = (
    "contributed", "reported", "edited", "written", "rights", "copyright", "(c)", "©", "://",
    "www.", "published", "updated", "posted", "modified", "recast", "repeat", "@", "<",
)  # fmt: skip
_PICTURE_HINTS = (
    "photo", "image", "picture", "credit", "file", "shutterstock", "associated press",
    "ap photo", "(ap", "ap/", "afp", "epa", "pa)", "pa/", "upi", "dpa", "reuters", "getty",
)  # fmt: skip
_OPENING = compiled(r"[A-Z]{2}|[\W_]{3}|\(")


@cache
def _one_of(patterns: tuple[str, ...]) -> regex.Pattern[str]:
    return compiled("|".join(f"(?:{each})" for each in patterns), DOTALL)


@cache
def _label() -> regex.Pattern[str]:
    names = "|".join(sorted(LABELS, key=len, reverse=True))
    return compiled(rf"(?i:{names})\s?[:：]\s*")


@cache
def _date_only() -> regex.Pattern[str]:
    time = r"(?:,? (?:at )?\d{1,2}[:.]\d\d ?(?:[ap]\.?m\.?)?(?: [A-Z]{2,4})?)?"
    return compiled(rf"{_WEEKDAY}?{DAY}{time}\.?|\d{{4}}-\d\d-\d\d")


@cache
def _forms(place: str) -> dict[str, Field]:
    rows = lexicon.rows("line-forms")
    return {words: Field(part) for words, where, part in rows if where == place}


def label_of(line: str) -> str:
    """Return the label a line begins with, colon and white space included, or nothing."""
    match = _label().match(line)
    return match.group() if match else ""


def labelled_field(label: str) -> Field:
    """Return the part of the article that a label from `label_of` names."""
    return LABELS[label.strip().rstrip(":：").strip().lower()]


def is_date_only(line: str) -> bool:
    """Tell whether a line holds a date and nothing else."""
    return len(line) < 60 and _date_only().fullmatch(line) is not None


def line_field(line: str) -> Field | None:
    """Return what a line is by its form alone: furniture, caption or correction note."""
    if len(line) > LONGEST_LINE:
        return None
    field = _listed(line)
    if field is Field.FURNITURE and _one_of(_CORRECTION).fullmatch(line):
        return Field.CORRECTION
    if field is not None:
        return field
    lowered = line.lower()
    hinted = _OPENING.match(line) or any(hint in lowered for hint in _HINTS)
    if hinted and len(line) <= _LONGEST_FURNITURE and _one_of(_FURNITURE).fullmatch(line):
        return Field.FURNITURE
    if any(hint in lowered for hint in _PICTURE_HINTS) and _one_of(_CAPTION).fullmatch(line):
        return Field.CAPTION
    return None


def _listed(line: str) -> Field | None:
    """Look a line's words up in the list of known lines."""
    words = line.replace("’", "'").strip(_EDGES).lower()
    label, colon, _ = words.replace("：", ":", 1).partition(":")
    if colon:
        field = _forms("label").get(label.strip())
        if field is not None or words[-1:] == ":":
            return field or _forms("whole").get(label.strip())
    if words in _forms("whole"):
        return _forms("whole")[words]
    openings = _forms("opening")
    opening = ""
    for word in words.split(None, _LONGEST_OPENING)[:_LONGEST_OPENING]:
        opening = f"{opening} {word}" if opening else word
        found = openings.get(opening) or openings.get(opening.rstrip(",;:."))
        if found is not None:
            return found
    return None

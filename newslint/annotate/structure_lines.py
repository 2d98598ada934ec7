"""Lines that say by their form what they are: wire furniture, captions, corrections, labels."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from newslint import lexicon
from newslint.document import Field
from newslint.regexes import DOTALL, compiled

if TYPE_CHECKING:
    import regex

#: The longest line that is judged by its form, in characters.
LONGEST_LINE = 500
_LONGEST_FURNITURE = 400
_LONGEST_CONTACT = 100

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
    r"[^\p{L}\p{N}]*[#*=_~•·◊♦◆■□▪●○\-–—][^\p{L}\p{N}]*|\.{3,}",
    # Slugs: "BC-EU--Harbour Strike, 1st Ld-Writethru", "HARBOUR-STRIKE/TALKS (UPDATE 1)".
    r"[A-Z]{2}-(?:[A-Z]{2}-){0,2}(?:-|(?<=-[A-Z]{2}-))\w[\w-]*(?: [\w-]+){0,4}(?:, .{0,60})?",
    r"[A-Z]{3,}(?:[-/][A-Z0-9]{2,})+/?(?: ?\([A-Z0-9 ,.&-]+\))?",
    r"\((?:UPDATE|RECAST|RPT|REPEAT|ADD|WRAPUP)S?\b[^()]{0,160}\)",
    r"(?:UPDATE|WRAPUP|RPT|RECAST) ?\d?",
    # Who made it.
    r"\(?(?i:written|edited|reported) by \p{Lu}.{0,120}[;)].{0,120}",
    rf"[-–—•( ]*\p{{Lu}}[^.]{{0,160}} contributed (?:\w+ )?{_TO_A_STORY}\b.{{0,120}}",
    r"\p{Lu}(?:[^.]|\b\p{Lu}\.){0,160} contributed(?: (?:reporting|research))?\.?",
    (
        rf"(?:{_NAME} ){{1,3}}(?:and (?:{_NAME} ){{1,3}})?(?:also )?reported from \p{{Lu}}.{{0,60}}"
        r"(?:\p{Lu}.{0,80} contributed(?: \w+)?\.)?"
    ),
    # Desks and their telephones.
    r"(?:--|\(\() ?.{0,60}\b(?i:bureau|news ?room|news ?desk)\b.{0,20}[\d() +-]{7,}.{0,12}",
    # What the text was taken from, what readers are asked for, what they are offered.
    r".{0,160}\b(?i:copyright) ©.{0,240}",
    r".{0,120}\b(?:[Rr]eprinted|[Rr]epublished|[Ee]xcerpted) (?:courtesy|with|by|from)\b.{0,160}",
    (
        r"This (?:article|story|piece|post|column|essay|report|interview) (?:was )?"
        r"(?:first |originally )(?:appeared|published|posted|ran|aired)\b.{0,160}"
    ),
    r"This (?:article|story|piece|post)\b.{0,200}\b(?:permission to re|[Cc]reative [Cc]ommons\b).*",
    r".{0,200}\b(?:[Cc]onsider|[Pp]lease) (?:making .{0,20}donation|donating|subscribing)\b.*",
    r".{0,160}\bsupport (?:of|from) (?:our )?readers(?: like you)?\.?",
    r"[Mm]ore from \p{Lu}[\w' ]{1,40}",
    r"(?:[Aa]lso|More) (?:on|from|in) \p{Lu}\w+:",
    r"[A-Z ]{4,30} READERS: .*",
    r"\W?(?:[\w ]{1,40}, )?(?i:click|tap) here\b.{0,60}",
    r"Join (?:over |more than )?[\d,]+ (?:people|readers|subscribers|others)\b.*",
    (
        r".{0,100}(?<![\p{L},] )(?:Learn|Read|Find out|See|Watch|Listen|Click|Shop|Buy)"
        r" (?i:more|here|now)\b[.…»>!\s]*"
    ),
    r".{2,60} ?✔.{0,4}@\w+.{0,20}",
    (
        r"(?i:follow) "
        r"(?:@\w+|.{1,60} on (?:Facebook|Twitter|X|Instagram)(?:, \w+)*,? (?:and|&) \w+)\W*"
    ),
    (
        r"(?i:e-?mail|send|submit) (?i:your |us )?(?i:comments|letters|tips|questions|stories|"
        r"photos|feedback)\b.{0,80}@\S+"
    ),
    r".{5,160}[\[(](?:[Ss]ponsored|SPONSORED|[Aa]d|[Aa]dvertisement)[\])]",
    r"(?:(?i:copyright) ?(?=©|\(c\)|(?:19|20)\d\d)|© ?|\([Cc]\) ?(?=(?:19|20)\d\d)).{0,240}",
    r".{0,80}\b(?i:all rights reserved)\b.{0,200}",
    # Addresses, dates of the page, posts that were embedded.
    r"(?:\W{0,3})(?i:https?://|www\.)\S+(?: \S*[/#=]\S*)?\W{0,2}",
    r"(?i:(?:first )?published|(?:last )?updated|posted)(?: on| at)?\b[: ]{1,2}.{0,20}\d.{0,60}",
    r"[-–—]{1,2} ?[^()]{1,60}\(@\w+\).{0,40}",
    r"</?[a-z][^<>]*>.{0,10}|<[a-z]+ [a-z-]+=[^<>]*",
    r"\(?[Hh]/[Tt]\)?:? .{2,40}\)?\.?",
    r"(?:&gt;|>|»){1,3} ?\S.{3,150}",
    r"(?i:we(?: are|['’]re) sorry,? ?this video).{0,100}",
    r"\W?<(?P<tag>[a-z]+)\b[^<>]*>.*</(?P=tag)>\W*",
    # Style sheets that came along.
    r"[.#@][\w-]+[\w .,#():-]*\{|[a-z-]+ ?: ?[^;:]{1,80};|\}\.?",
)
_CAPTION = (
    rf"\(?{_AGENCY}(?: Photo| Images)?(?: ?/ ?| via | \| )\p{{Lu}}.{{1,80}}",
    r"(?:FILE|File) ?(?:[-–—:]|PHOTO|photo).{5,500}",
    rf".{{10,400}}\((?:{_PICTURE}\b|AP Photo|{_AGENCY})[^()]{{0,100}}\)\.?",
    rf".{{10,400}}\s{_PICTURE}s?\s?: ?\p{{Lu}}[^.:]{{2,60}}\.?",
    (
        r".{4,400}(?:[\s(]|(?<=[\p{Ll}.)”\"']))(?:Image|Photo|Picture|Illustration)s?: ?"
        r"(?:[^.:]|\.(?! ?\p{Lu}\p{Ll}+ \p{Ll})){2,70}"
    ),
    rf".{{10,400}}\([^()]{{1,60}}/ ?{_AGENCY}\b[^()]{{0,40}}\)\.?",
    r".{20,400}[.)”\"] (?:Getty Images|AP Photo|Shutterstock|Alamy|iStock(?:photo)?)\.?",
    (
        r"(?i:(?:featured |cover |main |header |lead |top |stock )?(?:images?|photos?|pictures?|"
        r"photographs?|screen ?shots?|graphics?|illustrations?|maps?|charts?)"
        r"(?: (?:credits?|sources?|via|courtesy(?: of)?|by))+):? ?[\p{Lu}@].{1,100}"
    ),
    (
        r"(?:An?|The) (?i:(?:file |handout )?(?:screen ?shot|screen ?grab|video still|illustration|"
        r"diagram|photo(?:graph)?|artist['’]s impression|rendering)) (?:of|from|showing)\b"
        r"(?:(?!\b(?:is|was|are|were|has|had|have|will|posted|went|show(?:s|ed))\b)[^.!?:;]){5,150}\.?"
    ),
    r"[█■▉▇▆◼◾]+\s.{1,120}",
    r"via \p{Lu}[\w.&'’ ]{1,40}",
    r".{5,300}\b[Ff]ile (?:photo|picture|image)\W{0,2}",
    rf"{_NAME}(?: {_NAME}){{0,4}} ?(?:/|via) ?(?:{_AGENCY}|Shutterstock|Associated Press)\.?",
)
# Where a writer is reached: "Ines Park: 555-010-0199, @inespark".
_CONTACT = (
    (
        rf"{_NAME}(?: {_NAME}){{1,3}}: ?(?:[\d() +.-]{{7,20}}|\S+@\S+|@\w+)"
        r"(?:,? ?(?:[\d() +.-]{7,20}|\S+@\S+|@\w+))*\.?"
    ),
    r"(?i:facebook|instagram|linkedin|twitter|website|blog) ?: ?(?:https?://|www\.|@)\S+",
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
# Where a page leads to its pictures; a name alone behind the label is a credit.
_GALLERY = compiled(r"(?:PHOTOS|GALLERY|SLIDESHOW|PICTURES): ")
_CREDITED = compiled(r"\w+: (?:by )?\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]+){0,3}(?: ?/.{1,40})?")
_LONGEST_LABEL = max(map(len, LABELS)) + 2
_EDGES = "()[]{}*_#-–—•|·. \t\u00a0"
_LONGEST_OPENING = 12


# What a line must hold for one of the forms to fit: most paragraphs hold none of it.
_HINTS = (
    "contributed", "reported from", "copyright ©", "rights reserved", "reprinted", "republished",
    "excerpted", "permission to re", "creative commons", "donation", "donating", "subscribing",
    " readers.", " readers like", "click here", "tap here", "✔", "sponsored]", "sponsored)", "(ad",
    "[ad", "</",
)  # fmt: skip
_TAIL_HINTS = ("photo", "image", "picture", "credit", "illustration")
_FILE_HINTS = ("file photo", "file picture", "file image")
# As agencies write themselves.
_AGENCY_HINTS = (
    "AP Photo", "(AP", "AP/", "/AP", "AFP", "EPA", "PA)", "PA/", "UPI", "DPA", "dpa", "Reuters",
    "REUTERS", "Getty", "Shutterstock", "Associated Press", "Alamy", "iStock",
)  # fmt: skip
# How lines open that the forms above may fit.
_OPENERS = (
    "follow ", "more from ", "more on ", "more in ", "also on ", "also from ", "also in ",
    "email ", "e-mail ", "send ", "submit ", "written by", "edited by", "reported by", "copyright",
    "©", "http", "www.", "published", "first published", "updated", "last updated", "posted",
    "this ", "wrapup", "update", "<", "h/t", "(h/t", "&gt;", ">", "»", "we are sorry",
    "we're sorry", "join ",
)  # fmt: skip
_PICTURE_OPENERS = (
    "screen", "graphic", "illustration", "map", "chart", "a screen", "the screen", "an illus",
    "the illus", "a diagram", "the diagram", "an artist", "a rendering", "a video still", "via ",
    "image", "photo", "picture", "a photo", "the photo", "file", "featured ", "cover ", "main ",
    "header ", "lead ", "top ", "stock ", "█",
)  # fmt: skip
_CALLS = ("more", "here", "now")
_STYLE_ENDS = ("{", "}", ";", "}.")
_OPENING = compiled(r"[A-Z]{2}|[\W_]{2}|\(|[^\p{L}\p{N}]+$")


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


@cache
def _first_words() -> frozenset[str]:
    return frozenset(words.partition(" ")[0] for words in _forms("opening"))


def label_of(line: str) -> str:
    """Return the label a line begins with, colon and white space included, or nothing."""
    opening = line[:_LONGEST_LABEL]
    if ":" not in opening and "：" not in opening:
        return ""
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
    if ":" in line[:12] and _GALLERY.match(line) and not _CREDITED.fullmatch(line):
        return Field.FURNITURE
    field = _listed(line)
    if field is Field.FURNITURE and _one_of(_CORRECTION).fullmatch(line):
        return Field.CORRECTION
    if field is not None:
        return field
    if ":" in line and len(line) <= _LONGEST_CONTACT and _one_of(_CONTACT).fullmatch(line):
        return Field.BIO
    lowered = line.lower()
    if _may_be_furniture(line, lowered) and _one_of(_FURNITURE).fullmatch(line):
        return Field.FURNITURE
    if _may_be_caption(line, lowered) and _one_of(_CAPTION).fullmatch(line):
        return Field.CAPTION
    return None


def _may_be_caption(line: str, lowered: str) -> bool:
    marked = ":" in line or "(" in line
    return (
        lowered.startswith(_PICTURE_OPENERS)
        or any(hint in line for hint in _AGENCY_HINTS)
        or (marked and any(hint in lowered for hint in _TAIL_HINTS))
        or ("file " in lowered and any(hint in lowered for hint in _FILE_HINTS))
    )


def _may_be_furniture(line: str, lowered: str) -> bool:
    if len(line) > _LONGEST_FURNITURE:
        return False
    called = len(line) <= 120 and lowered.rstrip(".…»>! ").endswith(_CALLS)
    return (
        called
        or line.endswith(_STYLE_ENDS)
        or lowered.startswith(_OPENERS)
        or any(hint in lowered for hint in _HINTS)
        or _OPENING.match(line) is not None
    )


def _listed(line: str) -> Field | None:
    """Look a line's words up in the list of known lines."""
    words = line.replace("’", "'").strip(_EDGES).lower()
    label, colon, rest = words.replace("：", ":", 1).partition(":")
    if colon:
        field = _forms("label").get(label.strip())
        if field is None and not rest:
            field = _forms("whole").get(label.strip())
        if field is not None:
            return field
    if words in _forms("whole"):
        return _forms("whole")[words]
    openings = _forms("opening")
    opening = ""
    if words.partition(" ")[0].rstrip(",;:.") not in _first_words():
        return None
    for word in words.split(None, _LONGEST_OPENING)[:_LONGEST_OPENING]:
        opening = f"{opening} {word}" if opening else word
        found = openings.get(opening) or openings.get(opening.rstrip(",;:."))
        if found is not None:
            return found
    return None

"""Whether a word modifies the common noun behind it."""

from __future__ import annotations

from newslint.annotate.names import FUNCTION_WORDS
from newslint.regexes import compiled

# Words in -s that are verbs oftener than nouns, and adverbs and adjectives that close a sentence.
_NO_NOUNS = frozenset(
    "able available aged due early full goalless last late level likely next ready scoreless this "
    "outright overall unable worth yesterday "
    "ate beat bent blew bore bought broke brought built caught chose clung crept dealt drank drew "
    "drove fled flew forgot fought froze hid hung laid lent meant rang rode rose sang sank sat "
    "shone shook shrank slept slid sold sought spent sprang stood stuck stung swam swept swore "
    "swung taught tore understood wept woke wore "
    "accounts accuses adds admits agrees aims allows appears argues asks attracts backs becomes "
    "believes belongs blames brings buys calls carries claims closes comes complains consists "
    "contains continues contributes controls covers creates declines defends delivers demands "
    "denies depends deserves differs dominates drops earns employs ends enjoys ensures exists "
    "expects extends faces fails falls favors favours feels fills finds flies follows gains gets "
    "gives goes grows hangs happens has helps holds hopes ignores improves includes insists "
    "intends invests involves is joins keeps knows lacks lags lasts leads leans learns leaves lies "
    "lives loses maintains makes manages meets needs occurs offers opens opposes owns pays "
    "performs plays prefers prepares produces promises proves provides puts pushes raises reaches "
    "refuses relies remains represents requires rests says seeks seems sees sells sends serves "
    "shares sits slips slows spends stands starts stays struggles suffers suggests supports takes "
    "tends thinks thrives tries trusts turns understands uses wants warns was watches wins works "
    "worries".split()
)
# Nouns with the ending of an adverb or of a participle.
_NOUNS = frozenset(
    "ally anomaly assembly bully family monopoly rally reply supply "
    "banking borrowing building ceiling clothing dealing drilling engineering evening farming "
    "financing fishing funding gathering hearing hiring housing lending manufacturing marketing "
    "meeting mining morning offering painting parking planning pricing programming rating reading "
    "setting shopping spending swimming thinking training understanding warning wedding".split()
)
# MPs, Republicans.
_INITIALS = compiled(r" \p{Lu}\p{L}+s\b")
_OBJECT = compiled(
    r" (?:the|an?|its|his|her|their|our|my|this|that|these|those|it|him|them|us|no|any|more|less|"
    r"most|much|too|how|what|whether)\b"
)

_FOLLOWING = compiled(r" (?:and \p{Lu}[\w-]* )?(\p{Ll}[\w-]*)")
_NO_NOUN = compiled(r".*(?:ly|ed|ing|'s)")
# A short word that is not a noun after all, though it is no function word either.
_VERBS = frozenset(
    "added adds asks became become becomes began begins came comes faces fell found gave gets "
    "gives goes got grew held helped hit keeps kept knew led left lost made makes meets met paid "
    "put ran runs said saw says seems sent set shows spoke spread struck takes tells thinks threw "
    "told took tries voted wants went won writes wrote ago alone already also always anyway "
    "anyways apart away back down else enough far forward here home indeed instead maybe next "
    "okay out per please quite really right soon sure there together too twice very well".split()
)


def modified_noun(folded: str, end: int) -> str:
    """Return the common noun that follows, or an empty string."""
    match = _FOLLOWING.match(folded, end)
    if match is None:
        return ""
    word = match[1]
    if word in FUNCTION_WORDS or word in _VERBS or _NO_NOUN.fullmatch(word):
        return ""
    return word


def modifies_noun(folded: str, end: int) -> bool:
    """Tell whether the words that end here stand before a common noun, and no verb or object.

    A word in -s is taken for a verb where it is one oftener than not, or where it has an object.
    """
    word = modified_noun(folded, end)
    if not word:
        match = _FOLLOWING.match(folded, end)
        known = match is not None and match[1] in _NOUNS
        return known or _INITIALS.match(folded, end) is not None
    if word in _NO_NOUNS:
        return False
    verb = word.endswith("s") and not word.endswith(("ss", "ers", "ors", "ists", "ies", "ions"))
    return not verb or _OBJECT.match(folded, end + 1 + len(word)) is None

"""The kinds of check, loaded when a rule of the kind is."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from newslint.checks.base import Check, Complaint, DocumentCheck, Hit, PatternCheck

__all__ = ["KINDS", "Check", "Complaint", "DocumentCheck", "Hit", "PatternCheck", "check_type"]

#: kind -> module and class. A table, not a registry that imports fill: a kind that no rule of the
#: profile uses is never imported.
KINDS = {
    "acronym": ("acronym", "AcronymCheck"),
    "age-year": ("age_year", "AgeYear"),
    "ambiguous-speaker": ("ambiguous_speaker", "AmbiguousSpeaker"),
    "attribution-verb": ("attribution_verb", "AttributionVerb"),
    "author-registry": ("author_registry", "AuthorRegistry"),
    "bio-dates": ("bio_dates", "BioDates"),
    "bio-final-stop": ("bio_final_stop", "BioFinalStop"),
    "bio-names": ("bio_names", "BioNames"),
    "bio-sentences": ("bio_sentences", "BioSentences"),
    "body-names": ("body_names", "BodyNames"),
    "capitalization": ("capitalization", "Capitalization"),
    "cms-labels": ("cms_labels", "CmsLabels"),
    "conditional": ("conditional", "Conditional"),
    "consistency": ("consistency", "Consistency"),
    "contact-forms": ("contact_forms", "ContactForms"),
    "correction-form": ("correction_form", "CorrectionForm"),
    "currency-doubled": ("currency_doubled", "CurrencyDoubled"),
    "currency-form": ("currency_form", "CurrencyForm"),
    "dateline-date": ("dateline_date", "DatelineDate"),
    "dateline-form": ("dateline_form", "DatelineForm"),
    "dateline-place": ("dateline_place", "DatelinePlace"),
    "day-missing": ("day_missing", "DayMissing"),
    "designator-number": ("designator_number", "DesignatorNumber"),
    "doubled-spaces": ("doubled_spaces", "DoubledSpaces"),
    "duration": ("duration", "Duration"),
    "exchange-rate": ("exchange_rate", "ExchangeRate"),
    "existence": ("existence", "Existence"),
    "fact-acronym": ("fact_acronym", "FactAcronym"),
    "fact-age": ("fact_age", "FactAge"),
    "fact-event": ("fact_event", "FactEvent"),
    "fact-spelling": ("fact_spelling", "FactSpelling"),
    "fact-title": ("fact_title", "FactTitle"),
    "field-conflict": ("field_conflict", "FieldConflict"),
    "final-newline": ("final_newline", "FinalNewline"),
    "headline-case": ("headline_case", "HeadlineCase"),
    "headline-hedges": ("headline_hedges", "HeadlineHedges"),
    "headline-number": ("headline_number", "HeadlineNumber"),
    "headline-quotation": ("headline_quotation", "HeadlineQuotation"),
    "headline-stop": ("headline_stop", "HeadlineStop"),
    "headline-support": ("headline_support", "HeadlineSupport"),
    "image-text": ("image_text", "ImageText"),
    "impossible-date": ("impossible_date", "ImpossibleDate"),
    "inverted-attribution": ("inverted_attribution", "InvertedAttribution"),
    "invisible-characters": ("invisible_characters", "InvisibleCharacters"),
    "late-attribution": ("late_attribution", "LateAttribution"),
    "lead-repeats-headline": ("lead_repeats_headline", "LeadRepeatsHeadline"),
    "listed-count": ("listed_count", "ListedCount"),
    "magnitude": ("magnitude", "Magnitude"),
    "missing-field": ("missing_field", "MissingField"),
    "mixed-dashes": ("mixed_dashes", "MixedDashes"),
    "mixed-quotation-marks": ("mixed_quotation_marks", "MixedQuotationMarks"),
    "mojibake": ("mojibake", "Mojibake"),
    "name-spelling": ("name_spelling", "NameSpelling"),
    "named-sources": ("named_sources", "NamedSources"),
    "nested-quotation-marks": ("nested_quotation_marks", "NestedQuotationMarks"),
    "occurrence": ("occurrence", "Occurrence"),
    "outlet-unclear": ("outlet_unclear", "OutletUnclear"),
    "paragraph-breaks": ("paragraph_breaks", "ParagraphBreaks"),
    "percent-change": ("percent_change", "PercentChange"),
    "person-reference": ("person_reference", "PersonReference"),
    "quotation-punctuation": ("quotation_punctuation", "QuotationPunctuation"),
    "quotation-variants": ("quotation_variants", "QuotationVariants"),
    "repetition": ("repetition", "Repetition"),
    "reversed-range": ("reversed_range", "ReversedRange"),
    "role-changed": ("role_changed", "RoleChanged"),
    "role-for-name": ("role_for_name", "RoleForName"),
    "share-of": ("share_of", "ShareOf"),
    "stray-capitals": ("stray_capitals", "StrayCapitals"),
    "substitution": ("substitution", "Substitution"),
    "term-capitalisation": ("term_capitalisation", "TermCapitalisation"),
    "term-forms": ("term_forms", "TermForms"),
    "time-zone": ("time_zone", "TimeZone"),
    "total-parts": ("total_parts", "TotalParts"),
    "transcript-quotation": ("transcript_quotation", "TranscriptQuotation"),
    "two-speakers": ("two_speakers", "TwoSpeakers"),
    "unattributed-quotation": ("unattributed_quotation", "UnattributedQuotation"),
    "unclosed-quotation": ("unclosed_quotation", "UnclosedQuotation"),
    "unit-conversion": ("unit_conversion", "UnitConversion"),
    "unit-form": ("unit_form", "UnitForm"),
    "unit-price": ("unit_price", "UnitPrice"),
    "vote-tally": ("vote_tally", "VoteTally"),
    "weekday-date": ("weekday_date", "WeekdayDate"),
}


def check_type(kind: str) -> type[Check[Any]]:
    """Return the class of a kind in `KINDS`."""
    module, name = KINDS[kind]
    loaded: type[Check[Any]] = getattr(import_module(f"newslint.checks.{module}"), name)
    return loaded

"""Annotators: from a document to records, one layer building on another in a fixed order.

Each annotator is a function of the document alone, asked for through `document.layer(...)`, which
computes it once.
"""

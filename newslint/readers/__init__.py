"""Readers: from the bytes of a file to documents, one module a format."""

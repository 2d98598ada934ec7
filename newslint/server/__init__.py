"""The desk over HTTP: a page, a JSON API, and the HTTP API that LanguageTool's clients speak.

Nothing that is sent here is stored or logged, and no file of the machine can be asked for.
"""

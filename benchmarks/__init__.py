"""Measures on real copy and on the clock. Never imported by newslint."""

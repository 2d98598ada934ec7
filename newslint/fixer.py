"""Apply fixes to a file's source, re-read and re-check until nothing changes."""

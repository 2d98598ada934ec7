"""Writers: put findings and fixes into copies of files that are no plain text."""

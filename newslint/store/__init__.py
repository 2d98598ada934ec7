"""Reading and writing files: rules, packs and lists."""

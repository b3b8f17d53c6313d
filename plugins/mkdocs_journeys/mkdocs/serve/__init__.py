"""The site while `mkdocs serve` runs."""

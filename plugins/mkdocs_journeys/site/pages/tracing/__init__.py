"""What rests on what: the pages of traceability and of findings, and the part of them that other pages show."""

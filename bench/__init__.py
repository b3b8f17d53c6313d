"""How fast the tool is beside what a user would pick instead; `make bench` runs it."""

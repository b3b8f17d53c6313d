"""The parts of a comment on a pull request: its verdict, its lists, its charts, its links."""

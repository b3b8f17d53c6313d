"""How any part of the everyday reader says that a file is not for it."""


class NotEveryday(Exception):  # noqa: N818
    """The file holds something that only the full reader may judge."""

"""Many small sites are built here."""

from support.themes import themes_are_read_once

__all__ = ["themes_are_read_once"]

"""From bytes to a linked Atlas: parse, validate, link. Pure, and never raises for an author's mistake."""

from mkdocs_journeys.load.files import FileRole, role_of
from mkdocs_journeys.load.loader import Loader, load, problems_of_parts
from mkdocs_journeys.load.parse import ParsedFile, parse_file, parse_values

__all__ = ["FileRole", "Loader", "ParsedFile", "load", "parse_file", "parse_values", "problems_of_parts", "role_of"]

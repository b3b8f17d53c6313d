"""From bytes to a linked Atlas: parse, validate, link. Pure, and never raises for an author's mistake."""

from mkdocs_journeys.load.atlas_of import load
from mkdocs_journeys.load.documents import Parsed, document
from mkdocs_journeys.load.many import documents
from mkdocs_journeys.load.memory import Memory
from mkdocs_journeys.load.places import Place, place_of
from mkdocs_journeys.tree import Tree

__all__ = ["Memory", "Parsed", "Place", "Tree", "document", "documents", "load", "place_of"]

"""A fast reader for the everyday part of YAML: what nearly all journey files are written in.

It gives the values alone and refuses a whole file for anything that it is not sure of; such a file, and one
with any mistake, is the business of `yamlfile.read`. Where it does answer, `yamlfile.read` answers the same and
has nothing to say about the file.
"""

from mkdocs_journeys.yamlfile.everyday.places import places_in
from mkdocs_journeys.yamlfile.everyday.read import everyday

__all__ = ["everyday", "places_in"]

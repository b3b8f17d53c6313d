"""A view as the files of one build."""

from dataclasses import dataclass

from mkdocs.structure.files import Files

from mkdocs_journeys.host.files import Place, add_to, missing
from mkdocs_journeys.host.setup import SCRIPTS, STYLE
from mkdocs_journeys.host.view import View


@dataclass(frozen=True, slots=True)
class Publication:
    """Where a view goes: the files of this build, and the uri of the atlas' home page among them."""

    files: Files
    home: str
    place: Place

    def show(self, view: View) -> None:
        """Adds the view's pages and assets; without an atlas, at least our scripts and style."""
        add_to(self.files, view.shown(self.home), self.place)
        if view.items is None:
            add_to(self.files, missing(self.files, (STYLE, *SCRIPTS)), self.place)

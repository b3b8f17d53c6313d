"""What a theme puts around the content of a page: printed once around a made-up one, and compared."""

from dataclasses import dataclass, field
from hashlib import blake2b

from markupsafe import Markup
from mkdocs.structure.files import File

from mkdocs_journeys.host.body import permalink_of
from mkdocs_journeys.host.page import AtlasPage
from mkdocs_journeys.host.printing.printer import Printed, Printer
from mkdocs_journeys.site.page import Page, Section

Digests = dict[tuple[str, bool], bytes]
"""Frames by the folder of the pages, and whether those are wide."""


@dataclass(frozen=True, slots=True)
class Frames:
    """The frames of one build as digests, each made when it is asked for.

    They tell every change of the configuration, the navigation, the theme or its overrides.
    """

    printer: Printer
    digests: Digests = field(default_factory=dict)

    def around(self, page: Page) -> bytes:
        """The frame of such a page."""
        return self._digest(page.uri.rpartition("/")[0], page.wide)

    def are_still(self, known: Digests, *, all_of_them: bool) -> bool:
        """Whether frames of the last build are those of this one.

        One tells the others where the pages, their titles and the navigation are the same.
        """
        asked = list(known) if all_of_them else list(known)[:1]
        if not all(self._digest(*key) == known[key] for key in asked):
            return False
        self.digests.update(known)
        return True

    def _digest(self, folder: str, wide: bool) -> bytes:
        key = (folder, wide)
        if key not in self.digests:
            printed = self._printed(folder, wide=wide)
            self.digests[key] = blake2b(printed.before + b"\0" + printed.content, digest_size=16).digest()
        return self.digests[key]

    def _printed(self, folder: str, *, wide: bool) -> Printed:
        config = self.printer.config
        sections = (Section("nothing", "Nothing", 1, Markup("<p>Nothing</p>")),)
        described = Page(f"{folder}/-.md".lstrip("/"), "Nothing", lambda: sections, wide=wide)
        file = File.generated(config, described.uri, content="")
        page = AtlasPage(described, file, config, permalink_of(config.mdx_configs.get("toc") or {}))
        page.read_source(config)
        return self.printer.print(page, sections)

"""Every look into the atlas that kept pages were made from: compared once for all pages that share it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from mkdocs_journeys.site.watch import Freshness, Look, Notes, same


@dataclass(slots=True, eq=False)
class Looks:
    """What each look finds, which pages were made from it, and which of those have to be made anew."""

    _found: dict[Look, Any] = field(default_factory=dict)
    _pages: dict[Look, set[str]] = field(default_factory=dict)
    _of: dict[str, tuple[Look, ...]] = field(default_factory=dict)
    _stale: set[str] = field(default_factory=set)

    def hold(self, uri: str) -> bool:
        """Whether a page is still right, as far as `renew` has gone; False for a page that is not known."""
        return uri in self._of and uri not in self._stale

    def put(self, uri: str, notes: Notes) -> None:
        """A page was made with these looks."""
        self.forget(uri)
        for look, found in notes.items():
            if look in self._found:
                self._renew(look, found)
            else:
                self._found[look], self._pages[look] = found, set()
            self._pages[look].add(uri)
        self._of[uri] = tuple(notes)

    def forget(self, uri: str) -> None:
        """A page is gone, or is made anew."""
        for look in self._of.pop(uri, ()):
            pages = self._pages[look]
            pages.discard(uri)
            if not pages:
                del self._pages[look], self._found[look]
        self._stale.discard(uri)

    def forget_all_but(self, uris: Iterable[str]) -> None:
        """Only these pages are still there."""
        for uri in self._of.keys() - set(uris):
            self.forget(uri)

    def renew(self, now: Freshness, late: str) -> None:
        """From here on `hold` is about the world of now, but not for the page `late`."""
        for look in self._found:
            pages = self._pages[look]
            if late not in pages or len(pages) > 1:
                self._renew(look, now.found(look))

    def renew_one(self, now: Freshness, uri: str) -> None:
        """From here on `hold` is about the world of now for this page."""
        for look in self._of.get(uri, ()):
            self._renew(look, now.found(look))

    def _renew(self, look: Look, found: Any) -> None:
        last = self._found[look]
        if last is not found:
            self._found[look] = found
            if not same(last, found):
                self._stale |= self._pages[look]

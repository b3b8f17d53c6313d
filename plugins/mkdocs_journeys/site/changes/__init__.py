"""The changes that a preview shows, as marks by page and place: pure values made from two atlases."""

from mkdocs_journeys.site.changes.overlay import Overlay, overlay_of

__all__ = ["Overlay", "overlay_of"]

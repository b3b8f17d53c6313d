"""The change that a preview shows: which marks stand where on the site. Pure values, made from two atlases."""

from mkdocs_journeys.site.changes.overlay import Overlay, overlay_of

__all__ = ["Overlay", "overlay_of"]

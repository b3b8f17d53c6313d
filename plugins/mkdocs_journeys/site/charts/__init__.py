"""Charts as geometry in SVG units: what templates draw, with its words. Pure; no page, no links of its own."""

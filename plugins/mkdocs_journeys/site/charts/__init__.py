"""Charts as values in SVG units, with their words, for templates to draw. Pure: pages give the links."""

"""Charts as geometry: small values that the templates draw as SVG."""

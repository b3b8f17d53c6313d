"""Templates and assets of the site: page kinds, macros (one visual each), styles, scripts, vendored Mermaid."""

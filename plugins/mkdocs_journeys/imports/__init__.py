"""Maps that are elsewhere, as files of an atlas: what was understood of a source, fitted to the catalog."""

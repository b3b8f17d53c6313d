"""The plugin for MkDocs and ProperDocs: pages of the site inside their builds and their development server."""

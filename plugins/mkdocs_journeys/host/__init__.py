"""The pages of the site inside MkDocs or ProperDocs; `plugin.py` calls these functions from its events."""

"""Changes as people and programs read them: `text`, `json`, `markdown`."""

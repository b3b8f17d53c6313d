"""How pages of ours get into a build of MkDocs: printed ahead, by one process or two, or within its own loop."""

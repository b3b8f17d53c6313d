"""The language server: what an editor asks about the buffer of a journey file, answered from the atlas around it."""

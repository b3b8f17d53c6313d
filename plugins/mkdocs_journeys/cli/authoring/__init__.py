"""Commands that write journey files, or change them: init, new, and what renames, merges, moves and splits."""

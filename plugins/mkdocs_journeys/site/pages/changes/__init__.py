"""The page of a preview that lists every change."""

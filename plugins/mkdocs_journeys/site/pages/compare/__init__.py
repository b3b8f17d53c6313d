"""Two journeys side by side: a page for each pair that the atlas implies, and one for any two by address."""

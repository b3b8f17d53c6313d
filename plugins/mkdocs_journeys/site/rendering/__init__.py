"""From values to safe HTML: the templates, rich text, and numbers as readers see them."""

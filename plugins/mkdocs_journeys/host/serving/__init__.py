"""What `mkdocs serve` keeps from one build to the next, and how a save reaches the site without a whole build."""

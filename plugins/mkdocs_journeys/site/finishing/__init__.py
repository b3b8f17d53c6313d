"""What every page gets once its kind has made it: marks of its language, who mentions it, words for search."""

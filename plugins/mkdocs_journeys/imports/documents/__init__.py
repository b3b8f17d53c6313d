"""Documents of other programs that hold journeys in words: a module for each format."""

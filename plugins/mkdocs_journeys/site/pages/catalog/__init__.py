"""The catalogue: the words that all journeys share."""

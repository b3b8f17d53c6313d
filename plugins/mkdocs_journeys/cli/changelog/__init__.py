"""`journeys changelog`: release notes for people, and a digest for each team."""

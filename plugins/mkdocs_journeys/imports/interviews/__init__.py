"""Interviews as evidence, findings and draft journeys: a JSON document that is checked against the transcripts."""

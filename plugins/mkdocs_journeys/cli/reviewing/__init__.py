"""Commands that compare two states of the journeys, and accept what changed."""

"""Tables as journeys: a row a step, or stages across and lanes down."""

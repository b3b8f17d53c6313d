"""The pain-point backlog, and a pain in full as pages of journeys show it."""

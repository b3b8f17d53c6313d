"""The home page: the map of journeys over stages, what hurts most, and whether it gets better."""

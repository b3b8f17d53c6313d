"""The index of journeys, and the pages of groups of them."""

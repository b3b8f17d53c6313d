"""What the atlas says about one touchpoint, channel, team, stage or segment, over all journeys."""

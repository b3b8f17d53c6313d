"""The page of the shared vocabulary: stages, touchpoints, channels, teams, segments."""

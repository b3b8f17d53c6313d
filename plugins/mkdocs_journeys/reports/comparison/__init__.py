"""What a comparison gives to its reports."""

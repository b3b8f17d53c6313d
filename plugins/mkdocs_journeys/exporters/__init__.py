"""An atlas in the forms that other programs read."""

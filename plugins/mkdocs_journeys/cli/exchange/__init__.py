"""Commands that carry an atlas, or parts of it, to other programs and back."""

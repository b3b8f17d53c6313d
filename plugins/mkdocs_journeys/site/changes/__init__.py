"""The changes that a preview shows, as marks by page and place: pure values made from two atlases."""

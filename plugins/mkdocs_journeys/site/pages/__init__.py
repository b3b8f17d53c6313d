"""One module per page kind: it yields pages made of sections."""

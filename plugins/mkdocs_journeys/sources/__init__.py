"""Where the bytes of journey files come from: the work tree, or a revision in git. Nothing else reads them."""

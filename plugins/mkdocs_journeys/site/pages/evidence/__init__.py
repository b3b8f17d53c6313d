"""The pages of studies and their index, and experiments as pages show them."""

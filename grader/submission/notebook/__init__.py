"""The notebooks of a submission, as a reader tells of them."""

"""The notebooks of a submission, as a reader describes them."""

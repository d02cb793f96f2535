"""Languages: catalogues, Korean particles, the width of letters, and which language is chosen."""

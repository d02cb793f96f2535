"""What a language needs: its catalogues, its particles, how wide its letters are, and which one is chosen."""

"""Plain facts about what was found. Imports neither pytest nor NumPy, so that anybody can read a document."""

"""Plain facts about results. Imports neither pytest nor NumPy, so that anybody can read a document."""

"""The repository's proof of itself: known answers are graded, and everything that must agree is compared."""

"""What hosts have in common: what a host is, and how a step speaks to GitHub's runner."""

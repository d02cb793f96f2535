"""From what was handed in to the modules that are graded."""

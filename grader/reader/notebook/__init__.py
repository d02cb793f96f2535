"""From a notebook's cells to the modules of a submission. Nothing of a notebook is run."""

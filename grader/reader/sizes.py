"""How much of a notebook is looked at."""

MAX_NOTEBOOK = 32 * 1024 * 1024  # bytes; pictures in outputs are long, the code is not
MAX_CODE = 256 * 1024  # characters of all code cells together, as of a module
MAX_NOTEBOOKS = 50  # of one folder

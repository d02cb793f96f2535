"""`python -m grader`."""

import sys
from pathlib import Path

# `python -m` puts the folder we are in first on the path. It may be a learner's: a json.py in it must not become ours.
_here = {"", str(Path.cwd())}
sys.path[:] = [entry for entry in sys.path if entry not in _here] + [str(Path(__file__).resolve().parent.parent)]

try:
    from grader.cli.main import main
except ModuleNotFoundError as missing:
    if (missing.name or "grader").startswith("grader"):
        raise
    # these need nothing but Python
    from grader.language.choice import asked_on_command_line, chosen_language
    from grader.messages import _, choose_language, languages

    choose_language(chosen_language(asked_on_command_line(sys.argv[1:]), "", languages()))
    said = _(
        "this Python ({python}) has no {module}, which the grader needs. Activate the environment that the course was "
        "installed in, or install it: python -m pip install ."
    )
    sys.stderr.write(f"grader: {said.format(python=sys.executable, module=missing.name)}\n")
    sys.exit(2)

main()

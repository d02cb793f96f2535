"""The sentence for a function that an exercise asks for and its file does not have."""

import difflib

from grader.messages import _
from grader.source.module import Source

_ALIKE = 0.6  # of difflib's measure, between names without underscores and capitals
_MOST_NAMES = 6


def missing_function_sentence(source: Source, function: str) -> str:
    """Say that a function is missing, and which one that the file has may be meant.

    Args:
        source: the file.
        function: the name that the exercise asks for.
    """
    sentence = _("{file} has no function {function}.").format(file=source.filename, function=function)
    inside = next((one for one in source.facts.misplaced if one.outer and one.function == function), None)
    if inside is not None:
        advice = _("The one in line {line} belongs to {outer}: begin its line at the left edge.")
        return f"{sentence} {advice.format(line=inside.line, outer=inside.outer)}"
    defined = [one.name for one in source.facts.functions]
    # to_tensor, toTensors and To_Tensors are to_tensors; what calls itself otherwise may be a helper
    spoken = {name.replace("_", "").lower(): name for name in defined}
    near = difflib.get_close_matches(function.replace("_", "").lower(), spoken, 1, _ALIKE)
    if near:
        advice = _("It has {name}: rename it to {function}.")
        return f"{sentence} {advice.format(name=spoken[near[0]], function=function)}"
    if defined:
        advice = _("It defines {names}. Keep the name that the stub has.")
        return f"{sentence} {advice.format(names=', '.join(defined[:_MOST_NAMES]))}"
    advice = _("It defines none: keep the first line of the stub, and write your code below it.")
    if not source.filename.endswith(".py"):
        advice = _("Keep the name that the stub has.")
    return f"{sentence} {advice}"

"""A notebook's work as the texts of modules, comments and all, as `grader notebook` writes it."""

from grader.reader.facts import ExerciseOutline, ModuleTexts, Outline
from grader.reader.notebook.cells import Cell, Notebook
from grader.reader.notebook.definitions import Statement
from grader.reader.notebook.magics import magics_as_comments
from grader.reader.notebook.module import Choice, Definitions
from grader.source.facts import Parsed
from grader.source.parsing import facts_of


def module_texts(outline: Outline, notebook: Notebook) -> ModuleTexts:
    """Return the text of a module for each exercise that the notebook has work for."""
    definitions = Definitions(outline, notebook)
    found = {one.name: _module_text(one, notebook, definitions.find(one)) for one in outline.exercises}
    return ModuleTexts({name: text for name, text in found.items() if text is not None})


def _module_text(exercise: ExerciseOutline, notebook: Notebook, choice: Choice) -> str | None:
    own = [cell for cell in notebook.cells if cell.exercise == exercise.name and cell.role == "work"]
    if not own and choice.broken is not None:
        own = [choice.broken]  # it cannot be read, and is the learner's work all the same
    elsewhere = [one for one in choice.statements if one.cell not in own]
    pieces = ["\n\n\n".join(map(_as_module, own))] if own else []
    if elsewhere:
        # what the answer needs comes before it; an answer outside its cell comes behind the stub, which it replaces
        answered = bool(choice.winners) and all(one.cell in own for one in choice.winners)
        pieces.insert(0 if answered else len(pieces), "\n\n\n".join(map(_with_comments, elsewhere)))
    return "\n\n\n".join(pieces) if pieces else None


def _as_module(cell: Cell) -> str:
    """The cell's text; where Python cannot read it, with what only IPython understands as comments."""
    return cell.text if isinstance(facts_of(cell.text.encode(), ()), Parsed) else magics_as_comments(cell.text)


def _with_comments(statement: Statement) -> str:
    """A definition with the comments right above it."""
    lines = statement.cell.text.split("\n")
    first = statement.line - 1
    while first > 0 and lines[first - 1].startswith("#"):
        first -= 1
    return "\n".join([*lines[first : statement.line - 1], *statement.text])

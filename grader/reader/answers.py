"""One question about what was handed in, answered."""

from grader.reader.facts import NotebookFacts, Outline
from grader.reader.notebook.cells import Cell, Notebook, NotebookError, read_notebook
from grader.reader.notebook.module import Definitions
from grader.reader.notebook.texts import module_texts
from grader.reader.questions import Answer, AskCells, AskModule, AskNotebook, AskText, AskTexts, Decoded, Question
from grader.source.decoding import UndecodableError, decode
from grader.source.facts import Unparsed
from grader.source.parsing import facts_of


def answer(question: Question) -> Answer:
    """Return what the question asks for."""
    try:
        match question:
            case AskModule(content, functions):
                return facts_of(content, functions)
            case AskText(content):
                return _decoded(content)
            case AskNotebook(content, label, outline):
                return _facts(read_notebook(content, label), outline)
            case AskTexts(content, label, outline):
                return module_texts(outline, read_notebook(content, label))
            case AskCells(cells, outline):
                return _facts(Notebook(tuple(Cell(label, text) for label, text in cells)), outline)
    except NotebookError as error:
        return error.problem


def _decoded(content: bytes) -> Decoded | Unparsed:
    try:
        return Decoded(decode(content))
    except UndecodableError as error:
        return Unparsed("encoding", f"{error.encoding}: {error.reason}", error.line)


def _facts(notebook: Notebook, outline: Outline) -> NotebookFacts:
    definitions = Definitions(outline, notebook)
    known = {one.name for one in outline.exercises}
    built_for = tuple(name for name in notebook.exercises if name in known)
    return NotebookFacts(built_for, {one.name: definitions.find(one).found for one in outline.exercises})

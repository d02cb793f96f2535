"""The ladder of hints: each says more than the one before, and nobody has to read further than they want."""

from collections.abc import Iterator

from grader.course.file import Course, Exercise, Task
from grader.messages import _


def hint_lines(course: Course, what: str, number: int, more: str) -> Iterator[str]:
    """Yield hint `number` of a task, or of each task of an exercise, line by line.

    Args:
        course: has the hints.
        what: an exercise or a task of it: "4", "mse", "mse.mean", "exercises/ex04_mse.py".
        number: from 1; one beyond the last shows the last, and says so.
        more: how to ask for the next hint here, with {task} and {number} to be filled in.

    Raises:
        LookupError: there is no such exercise or task; the message lists what there is.
    """
    exercise, tasks = _meant(course, what)
    for task in tasks:
        yield from _of_task(exercise, task, number, more)


def _meant(course: Course, what: str) -> tuple[Exercise, tuple[Task, ...]]:
    name, _dot, task_id = what.removesuffix(".py").partition(".")
    exercise = course.find(name)
    if not task_id:
        return exercise, exercise.tasks
    task = exercise.task(task_id)
    if task is None:
        known = ", ".join(task.id for task in exercise.tasks)
        sentence = _("{exercise} has no task {task!r}; its tasks are: {known}")
        raise LookupError(sentence.format(exercise=exercise.name, task=task_id, known=known))
    return exercise, (task,)


def _of_task(exercise: Exercise, task: Task, number: int, more: str) -> Iterator[str]:
    count = len(task.hints)
    at = min(number, count)
    name = f"{exercise.name}.{task.id}"
    yield f"{name}: {task.title}  ({_('hint {n} of {count}').format(n=at, count=count)})"
    yield f"  {task.hints[at - 1]}"
    if number > count:
        yield "  " + _("There is no hint {number}: this is the last one.").format(number=number)
    if at < count:
        yield "  " + _("more: {command}").format(command=more.format(task=name, number=at + 1))

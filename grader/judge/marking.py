"""From test results to marks: tests fold into tasks, tasks into exercises, exercises into the document."""

from collections.abc import Mapping

from grader.course.catalogue import Misconception
from grader.course.file import Course, Exercise, Task
from grader.judge.settings import Run
from grader.messages import _, language, translated
from grader.pipe.control import Isolation
from grader.result.disclosure import Detail, brief
from grader.result.document import Document, ExerciseRow, FailureRow, Provenance, Status, TaskRow
from grader.result.outcome import Output, Results, TestResult
from grader.result.relations import Relations

OUTPUT_KEPT = 2_000  # characters of what an import or a call printed, for the report
TEXT_KEPT = 8_000  # characters of one text about a failure; no honest one comes near
# what a task is when its tests ended differently: wrong work is said first, our own trouble never hides it
_TASK_ORDER: tuple[Status, ...] = ("failed", "error", "not_attempted", "not_judged", "passed")
_EXERCISE_ORDER: tuple[Status, ...] = ("failed", "error", "not_judged", "not_attempted", "passed")


Diagnoses = Mapping[tuple[str, str], Misconception]  # by exercise and task


def mark(
    course: Course,
    results: Results,
    diagnoses: Diagnoses,
    submission: str,
    provenance: Provenance,
    run: Run,
    isolation: Isolation,
    seconds: float,
) -> Document:
    """Fold the results of one run into a document that lists every exercise and task of the course."""
    rows = tuple(exercise_row(exercise, results, diagnoses, run.feedback) for exercise in course.exercises)
    return Document(
        course=course.name,
        version=course.version,
        language=language(),
        submission=submission,
        provenance=provenance,
        tests=run.stages,
        feedback=run.feedback,
        # anybody who knows the salt can draw the hidden examples
        salt=run.salt if run.feedback == "full" else "",
        isolation=isolation.level,
        layers=isolation.layers,
        points=sum(row.points for row in rows),
        max_points=course.points,
        seconds=round(seconds, 3),
        exercises=rows,
    )


def exercise_row(exercise: Exercise, results: Results, diagnoses: Diagnoses, feedback: Detail = "full") -> ExerciseRow:
    """Fold the results of one exercise."""
    problem = results.problems.get(exercise.name)
    message: str | None = None
    if problem is not None:
        status, message = problem.status, problem.message or None
        tasks = tuple(TaskRow(task.id, task.title, status, 0, task.points) for task in exercise.tasks)
    else:
        tasks = tuple(
            _task_row(exercise, task, results, diagnoses.get((exercise.name, task.id)), feedback)
            for task in exercise.tasks
        )
        status = next(one for one in _EXERCISE_ORDER if one in {row.status for row in tasks})
        faults = [test.fault for test in results.tests if test.exercise == exercise.name and test.fault]
        if faults and feedback == "full":
            message = _("A test of this exercise is broken; this is not your doing. ({fault})").format(fault=faults[0])
        elif faults:  # what a hidden test says when it breaks may be its values
            message = _("A test of this exercise is broken; this is not your doing.")
    return ExerciseRow(
        name=exercise.name,
        title=exercise.title,
        status=status,
        points=sum(row.points for row in tasks),
        max_points=exercise.points,
        seconds=round(results.seconds.get(exercise.name, 0.0), 3),
        message=message,
        output=_shortened([one for one in results.outputs.get(exercise.name, []) if one.stage is None]),
        tasks=tasks,
        line=problem.line if problem is not None else None,
    )


def _task_row(
    exercise: Exercise, task: Task, results: Results, diagnosis: Misconception | None, feedback: Detail
) -> TaskRow:
    tests = [test for test in results.tests if test.exercise == exercise.name and task.id in test.tasks]
    found = {test.status for test in tests}
    # a task without a test has not been judged, however well everything else went
    status: Status = next((one for one in _TASK_ORDER if one in found), "not_judged")
    failing = [test for test in tests if test.evidence is not None]
    seen = results.relations.get(exercise.name)
    failures = tuple(_failure_row(test, seen, diagnosis, feedback) for test in failing)
    points = task.points if status == "passed" else 0
    outputs = [one for one in results.outputs.get(exercise.name, []) if task.id in one.tasks]
    return TaskRow(task.id, task.title, status, points, task.points, failures, _shortened(_shown(outputs, feedback)))


def _failure_row(
    test: TestResult, seen: Relations | None, diagnosis: Misconception | None, feedback: Detail
) -> FailureRow:
    assert test.evidence is not None
    evidence = brief(test.evidence) if feedback == "brief" and test.stage == "hidden" else test.evidence
    return FailureRow(
        test=test.test,
        kind=evidence.kind,
        requirement=test.requirement,
        called=_cut(evidence.called),
        returned=_cut(evidence.returned),
        expected=_cut(evidence.expected),
        message=_cut(evidence.explanation(diagnosis is not None, seen)),
        misconception=diagnosis.name if diagnosis is not None else None,
        diagnosis=translated(diagnosis.diagnosis) if diagnosis is not None else None,
        advice=translated(diagnosis.advice) if diagnosis is not None else None,
        curve=evidence.curve,
        fit=evidence.fit,
        line=evidence.line,
        program=evidence.program,
    )


def _cut(text: str) -> str:
    return text if len(text) <= TEXT_KEPT else f"{text[:TEXT_KEPT]} …"


def _shown(outputs: list[Output], feedback: Detail) -> list[Output]:
    # a function can print what it is given
    return [one for one in outputs if feedback == "full" or one.stage != "hidden"]


def _shortened(outputs: list[Output]) -> str:
    text = "".join(one.printed.text for one in outputs)
    more = sum(one.printed.dropped for one in outputs) + len(text[OUTPUT_KEPT:].encode())
    if not more:
        return text
    return text[:OUTPUT_KEPT] + "\n" + _("… cut here, {count} more bytes were printed").format(count=more)

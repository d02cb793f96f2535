"""`python -m grader class`: grade a class, and say in ten lines how it went."""

import os
from pathlib import Path
from typing import Any

import click
from rich.text import Text

from grader.cli.options import course_option, find_exercises, load_chosen_course
from grader.cli.status import FAULT, NOT_ALL_PASSED
from grader.cohort.intake.items import IntakeError
from grader.cohort.run import ClassOptions, grade_class
from grader.cohort.summary import summary
from grader.cohort.units import Settings
from grader.messages import language
from grader.report.escape import printable
from grader.report.terminal import make_console
from grader.result.disclosure import DETAILS


@click.command("class")
@click.argument("submissions", type=click.Path(path_type=Path))
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    help="Where it goes (default: SUBMISSIONS-graded).",
)
@click.option(
    "--roster", type=click.Path(path_type=Path, dir_okay=False), help="A CSV of the class: an id, and what you like."
)
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    default=os.cpu_count() or 1,
    help="How many judges work side by side (default: one a core).",
)
@click.option("--scheduler", metavar="ADDRESS", help="Grade on the workers of this Dask scheduler: tcp://host:port.")
@click.option(
    "--salt", envvar="GRADER_SALT", show_envvar=True, help="Draw other examples; marks of right work stay the same."
)
@click.option("--only", "only", multiple=True, metavar="EXERCISE", help="Grade only this exercise; can be repeated.")
@click.option("--regrade", is_flag=True, help="Grade again what is stored already.")
@click.option("--feedback", type=click.Choice(DETAILS), help="What to show of hidden tests (default: brief).")
@click.option(
    "--isolation",
    type=click.Choice(["required", "best", "off"]),
    default="required",
    show_default=True,
    help="What holds the work that is graded: full isolation or no grading, the best there is here, or only a process.",
)
@course_option
def class_command(**options: Any) -> int:
    """For instructors: grade a folder or zip of submissions, to a gradebook.

    Results are kept in OUT as they come. Stopped, or run again later, it goes on where it was.
    """
    course = load_chosen_course(options["course_root"], options["submissions"])
    submissions: Path = options["submissions"]
    out = options["out"] or Path(f"{submissions.resolve().stem}-graded")
    if submissions.is_dir() and out.resolve().is_relative_to(submissions.resolve()):
        raise click.UsageError(f"{out}: lies in the submissions, and would be one the next time. Give another --out.")
    chosen = ClassOptions(
        submissions=submissions,
        out=out,
        roster=options["roster"],
        exercises=find_exercises(course, options["only"]) if options["only"] else course.exercises,
        settings=Settings(
            salt=options["salt"],
            feedback=options["feedback"] or course.feedback.hidden or "brief",
            isolation=options["isolation"],
            language=language(),
        ),
        judges=options["jobs"],
        scheduler=options["scheduler"],
        regrade=options["regrade"],
    )
    console = make_console()
    try:
        run = grade_class(course, chosen, console)
    except IntakeError as error:
        raise click.UsageError(str(error)) from None
    except KeyboardInterrupt:
        click.echo(f"stopped; what was graded is in {out}. The same command goes on from there.", err=True)
        return FAULT
    for label, text in summary(run.statistics, run.similar, len(run.intake.remarks), out):
        console.print(Text(f"{label:<15}", "dim").append(printable(text), "default"))
    return NOT_ALL_PASSED if run.statistics.not_judged else 0

"""`python -m tests.hostile [WORD…]`: what became of every hostile submission, as a table.

With `--without-kernel`, Landlock and seccomp are switched off, and the table says what then gets through. With words,
only the attempts that have one of them in their names are made.
"""

import click

from grader.isolation import LAYERS
from tests.hostile.attempt import Attempt
from tests.hostile.corpus import all_attempts
from tests.hostile.judges import WITHOUT_KERNEL, judge_all
from tests.hostile.judging import Outcome

_WIDTH = 110


@click.command()
@click.argument("words", nargs=-1)
@click.option("--without-kernel", is_flag=True, help="Switch Landlock and seccomp off.")
def main(words: tuple[str, ...], without_kernel: bool) -> None:
    """Show what becomes of every hostile submission."""
    attempts = [one for one in all_attempts() if not words or any(word in one.name for word in words)]
    outcomes = judge_all(attempts, WITHOUT_KERNEL if without_kernel else LAYERS)
    rows = [_row(attempt, outcomes[attempt.name], without_kernel) for attempt in attempts]
    head = ("attempt", "gets through" if without_kernel else "stopped by", "tasks", "honest work", "what is said")
    widths = [max(len(row[column]) for row in (head, *rows)) for column in range(4)]
    for row in (head, *rows):
        cells = [text.ljust(width) for text, width in zip(row, widths, strict=False)]
        click.echo("  ".join((*cells, row[4])))
    forged = [one.name for one in attempts if "earns points" in outcomes[one.name].effects]
    click.echo(f"\n{len(attempts)} attempts; points that the work does not deserve: {', '.join(forged) or 'none'}")
    isolation = sorted({outcome.isolation for outcome in outcomes.values() if outcome.isolation})
    click.echo(f"isolation according to the documents: {', '.join(isolation)}")
    largest, longest = (max(outcomes.values(), key=key) for key in (lambda o: o.memory_mb, lambda o: o.document_bytes))
    click.echo(f"the judge's memory: at most {largest.memory_mb:.0f} MiB ({largest.name})")
    click.echo(f"the document: at most {longest.document_bytes / 1024:.0f} KiB ({longest.name})")


def _row(attempt: Attempt, outcome: Outcome, without_kernel: bool) -> tuple[str, str, str, str, str]:
    tasks = ", ".join(f"{task} {status.replace('_', ' ')}" for task, status in outcome.status.items())
    if len(set(outcome.status.values())) == 1:
        tasks = next(iter(outcome.status.values())).replace("_", " ")
    honest = "full marks" if outcome.has_honest_marks else "lost" if attempt.has_honest_work else "none"
    said = outcome.problem or outcome.said
    shown = said if len(said) <= _WIDTH else f"{said[:_WIDTH]}…"
    reached = ", ".join(outcome.effects)
    layer = reached if without_kernel else f"NOT STOPPED: {reached}" if reached else attempt.stopped_by
    return attempt.name, layer, tasks, honest, shown


if __name__ == "__main__":
    main(prog_name="python -m tests.hostile")

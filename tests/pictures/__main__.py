"""`python -m tests.pictures`: draw what is missing or out of date; with `--check`, only say what that is."""

from pathlib import Path

import click

from tests.pictures import draw_all, stale_pictures

ROOT = Path(__file__).resolve().parents[2]


@click.command()
@click.option(
    "--course", type=click.Path(exists=True, file_okay=False, path_type=Path), default=ROOT, help="Its folder."
)
@click.option("--check", is_flag=True, help="Change nothing; exit with status 1 if a picture is out of date.")
def main(course: Path, check: bool) -> None:
    """Draw the pictures of the course's pages."""
    paths = stale_pictures(course) if check else draw_all(course)
    for path in paths:
        click.echo(f"{path.relative_to(course)}: {'out of date. Run: python -m tests.pictures' if check else 'drawn'}")
    if check and paths:
        raise SystemExit(1)


if __name__ == "__main__":
    main()

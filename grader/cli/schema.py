"""`python -m grader schema`: the form of the result document, for programs that read it."""

import click
import msgspec

from grader.result.schema import document_schema


@click.command("schema")
def schema_command() -> None:
    """For programs: the JSON schema of the result document."""
    click.echo(msgspec.json.format(msgspec.json.encode(document_schema()), indent=2))

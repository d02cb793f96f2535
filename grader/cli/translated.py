"""Help and usage errors in the chosen language: what our commands say of themselves, and what click says by itself."""

import copy
import importlib
import inspect

import click

from grader.messages import _, language, translated


def in_chosen_language(command: click.Command) -> click.Command:
    """Return a copy of a command that describes itself in the chosen language; the command itself in English."""
    if language() == "en":
        return command
    shown = copy.copy(command)
    if hasattr(shown, "_help_option"):  # click keeps the option once it was asked for, in the language of that time
        shown._help_option = None
    shown.help = translated(inspect.cleandoc(command.help)) if command.help else None
    shown.short_help = translated(command.short_help) if command.short_help else None
    shown.params = [copy.copy(parameter) for parameter in command.params]
    for parameter in shown.params:
        if isinstance(parameter, click.Option) and parameter.help:
            parameter.help = translated(parameter.help)
    if isinstance(shown, click.Group):
        shown.commands = {name: in_chosen_language(inner) for name, inner in shown.commands.items()}
    return shown


def let_click_speak() -> None:
    """Let click say its own sentences in the chosen language; it asks gettext, which knows no catalogue of ours."""
    if language() == "en":
        return
    for name in ("core", "decorators", "exceptions", "formatting", "parser", "termui", "types"):
        module = importlib.import_module(f"click.{name}")
        for theirs, ours in (("_", translated), ("ngettext", _one_or_several)):
            if hasattr(module, theirs):
                setattr(module, theirs, ours)


def _one_or_several(one: str, several: str, count: int) -> str:
    return translated(one if count == 1 else several)


def words_of_click() -> tuple[str, ...]:
    """What a learner may read that click says: it is marked here, since it is not written here."""
    return (
        _("Usage:"),
        _("Options"),
        _("Commands"),
        _("Show this message and exit."),
        _("Show the version and exit."),
        _("default: {default}"),
        _("env var: {var}"),
        _("Error: {message}"),
        _("Error: invalid input"),
        _("Try '{command} {option}' for help."),
        _("Invalid value: {message}"),
        _("Invalid value for {param_hint}: {message}"),
        _("Missing argument"),
        _("Missing option"),
        _("Missing parameter"),
        _("Missing command."),
        _("No such option {name!r}."),
        _("No such option: {name}"),
        _("No such command {name!r}."),
        _("Did you mean {possibility}?"),
        _("(Did you mean one of: {possibilities}?)"),
        _("(Possible options: {possibilities})"),
        _("Option {name!r} requires an argument."),
        _("Option {name!r} does not take a value."),
        _("Got unexpected extra argument ({args})"),
        _("Got unexpected extra arguments ({args})"),
        _("Choose from:\n\t{choices}"),
        _("{value!r} is not {choice}."),
        _("{value!r} is not one of {choices}."),
        _("{name} {filename!r} does not exist."),
        _("{name} {filename!r} is a file."),
        _("{name} {filename!r} is a directory."),
        _("{name} {filename!r} is not readable."),
        _("{name} {filename!r} is not writable."),
        _("File"),
        _("Directory"),
        _("Path"),
        _("file"),
        _("directory"),
        _("path"),
    )

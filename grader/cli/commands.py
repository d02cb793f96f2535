"""Every command, and the file of this room that has it: only the command that runs is imported."""

COMMANDS = {
    "run": "run",
    "watch": "learner",
    "list": "learner",
    "hint": "learner",
    "call": "call",
    "reset": "learner",
    "doctor": "learner",
    "class": "class_",
    "show": "show",
    "explore": "show",
    "notebook": "notebook",
    "bundle": "bundle",
    "schema": "schema",
    "sync": "author",
    "check": "author",
    "new": "author",
}

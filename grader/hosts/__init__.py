"""Where submissions are graded. Every module of this folder is a host, called by its file's name.

A host says in its `HOST` what it reads, what learners get for it, and what grades them; longer texts of it lie in
`templates/`. `shared/` is what hosts have in common. To add a host, add its file: the command line, the bundles and
the tests of all hosts find it here.

`python -m grader run --host NAME` grades, prints the report, and calls the host's `deliver`.
"""

import importlib
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from grader.hosts.shared.host import Host


def host_names() -> tuple[str, ...]:
    """The names of all hosts; none of them is imported."""
    return tuple(sorted(path.stem for folder in __path__ for path in Path(folder).glob("[a-z]*.py")))


def find_host(name: str) -> "Host":
    """Return the host of this name.

    Raises:
        LookupError: there is none.
    """
    if name not in host_names():
        raise LookupError(f"there is no host {name!r}; the hosts are: {', '.join(host_names())}")
    host: Host = importlib.import_module(f"{__name__}.{name}").HOST
    return host

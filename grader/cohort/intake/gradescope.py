"""Who handed in what, as Gradescope's export says in `submission_metadata.yml`."""

from typing import Any

from grader.cohort.intake.items import Item, Remark
from grader.cohort.intake.names import normal
from grader.cohort.intake.shapes import Who

METADATA = "submission_metadata.yml"
_LARGEST = 64 * 1024**2  # bytes; the results of every submission are in it


def read_submitters(item: Item, remarks: list[Remark]) -> dict[str, tuple[Who, ...]]:
    """The students of each submission's folder, several of one that was handed in as a group."""
    try:
        import yaml
    except ImportError:
        said = "PyYAML is not installed, so names of students cannot be read from it: pip install -e '.[class]'"
        remarks.append(Remark(item.path, said))
        return {}
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        content = item.read(_LARGEST)
        data = yaml.load(content[:_LARGEST], loader)  # a safe loader, in C where there is one
    except (OSError, yaml.YAMLError, RecursionError, ValueError) as error:
        remarks.append(Remark(item.path, f"cannot be read ({type(error).__name__})"))
        return {}
    if not isinstance(data, dict):
        remarks.append(Remark(item.path, "is not what Gradescope exports"))
        return {}
    return {str(folder): _submitters(about) for folder, about in data.items() if _submitters(about)}


def _submitters(about: Any) -> tuple[Who, ...]:
    # Ruby writes its symbols with a colon
    listed = about.get(":submitters", about.get("submitters")) if isinstance(about, dict) else None
    return tuple(filter(None, map(_who, listed))) if isinstance(listed, list) else ()


def _who(person: Any) -> Who | None:
    if not isinstance(person, dict):
        return None
    name, sid, email = (normal(str(person.get(f":{key}", person.get(key)) or "")) for key in ("name", "sid", "email"))
    known = tuple(filter(None, (sid, email, name)))
    return Who(known[0], known, email=email, full_name=name) if known else None

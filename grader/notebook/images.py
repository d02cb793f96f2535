"""Pictures of a page, kept inside the cells that show them: a notebook stands alone, wherever it is taken."""

import base64
import re
from pathlib import Path

from nbformat import NotebookNode

_IMAGE = re.compile(r"(?<=\]\()images/([\w-]+\.svg)(?=\))")


def attach_images(cell: NotebookNode, folder: Path) -> None:
    """Turn links to `images/NAME.svg` in a Markdown cell into attachments of the cell.

    Args:
        cell: changed in place.
        folder: the one that holds `images`. A picture that is not there stays a link.
    """
    attachments = {}
    for name in _IMAGE.findall(cell.source):
        path = folder / "images" / name
        if path.is_file():
            attachments[name] = {"image/svg+xml": base64.b64encode(path.read_bytes()).decode()}
    if attachments:
        cell.source = _IMAGE.sub(
            lambda link: f"attachment:{link[1]}" if link[1] in attachments else link[0], cell.source
        )
        cell.attachments = attachments

"""Pictures of a page, kept inside the cells that show them: a notebook stands alone, wherever it is taken.

As HTML with a data URI, which all frontends show. JupyterLab draws no attachment that is an SVG, and VS Code no such
URI in Markdown.
"""

import base64
import re
from html import escape
from pathlib import Path

_IMAGE = re.compile(r"!\[([^\]]*)\]\(images/([\w-]+\.svg)\)")


def with_images(text: str, folder: Path) -> str:
    """Return Markdown with the pictures that it links to as `images/NAME.svg` inside it.

    Args:
        text: of a cell.
        folder: the one that holds `images`. A picture that is not there stays a link.
    """

    def embedded(link: re.Match[str]) -> str:
        path = folder / "images" / link[2]
        if not path.is_file():
            return link[0]
        data = base64.b64encode(path.read_bytes()).decode()
        return f'<img alt="{escape(link[1])}" src="data:image/svg+xml;base64,{data}">'

    return _IMAGE.sub(embedded, text)

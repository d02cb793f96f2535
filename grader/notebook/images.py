"""Pictures of a page, kept inside the cells that show them: a notebook stands alone, wherever it is taken.

As HTML with a data URI, which all frontends show. JupyterLab draws no attachment that is an SVG, and VS Code no such
URI in Markdown.
"""

import base64
import re
from html import escape
from pathlib import Path

_IMAGE = re.compile(r"!\[([^\]]*)\]\(images/([\w-]+\.svg)\)")


def with_images(text: str, folder: Path, language: str = "") -> str:
    """Return Markdown with the pictures that it links to as `images/NAME.svg` inside it.

    Args:
        text: of a cell.
        folder: the one that holds `images`, and a folder of each other language that may hold `images` of its own. A
            picture that is not there stays a link.
        language: of the page, "" where it has only one.
    """

    def embedded(link: re.Match[str]) -> str:
        places = (folder / language / "images" / link[2], folder / "images" / link[2])
        path = next((path for path in places if path.is_file()), None)
        if path is None:
            return link[0]
        data = base64.b64encode(path.read_bytes()).decode()
        return f'<img alt="{escape(link[1])}" src="data:image/svg+xml;base64,{data}">'

    return _IMAGE.sub(embedded, text)

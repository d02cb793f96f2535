"""A tree of files as one file."""

import io
import zipfile

from grader.bundle.trees import mode_of
from grader.hosts.shared.host import Files


def zipped(files: Files) -> bytes:
    """Return the tree as a zip archive, the same bytes for the same tree."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in sorted(files.items()):
            entry = zipfile.ZipInfo(str(name))
            entry.external_attr = mode_of(content) << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)
    return stream.getvalue()

"""From a file's bytes to its text, as Python's own reader does it: byte order mark, declared encoding, else UTF-8."""

import codecs
import re

# PEP 263. Both patterns are anchored, and no part of them can match what the part before it matches
_COOKIE = re.compile(rb"[ \t\f]*#[^\r\n]*?coding[:=][ \t]*([-\w.]+)")
_NO_CODE = re.compile(rb"[ \t\f]*(?:[#\r\n]|$)")
_LONGEST_NAME = 40  # characters; no encoding has a longer name
# what comes with every Python, and with the editors that learners use, and what json may find a notebook to be in
USUAL = (
    *("ascii", "cp1252", "cp949", "euc_kr", "iso8859_1", "latin_1", "utf_8", "utf_8_sig"),
    *("utf_16_le", "utf_16_be", "utf_32_le", "utf_32_be"),
)


class UndecodableError(Exception):
    """Why bytes are no text in `encoding`, which they should be in."""

    def __init__(self, encoding: str, reason: str, line: int | None = None) -> None:
        super().__init__(reason)
        self.encoding = encoding
        self.reason = reason
        self.line = line


def declared_encoding(content: bytes) -> str:
    """The encoding that the first two lines declare; "utf-8" where they declare none."""
    first, end, rest = content[:4096].removeprefix(codecs.BOM_UTF8).partition(b"\n")
    lines = [first]
    if end and _NO_CODE.match(first):
        lines.append(rest.partition(b"\n")[0])
    for line in lines:
        found = _COOKIE.match(line)
        if found is not None:
            return found[1][:_LONGEST_NAME].decode("ascii", "replace")
    return "utf-8"


def is_utf16(content: bytes) -> bool:
    """Whether the bytes begin like a file that an editor saved as UTF-16 (or UTF-32), which Python cannot run."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE)):
        return True
    # without a mark: many characters of code are ASCII, one byte of which is then 0, and always the same one
    beginning = content[:4096]
    zeros = beginning[::2].count(0), beginning[1::2].count(0)
    return min(zeros) == 0 and max(zeros) > len(beginning) / 8


def decode(content: bytes) -> str:
    """Return the text; raises UndecodableError."""
    encoding = declared_encoding(content)
    if content.startswith(codecs.BOM_UTF8):
        if encoding.lower().replace("_", "-") not in ("utf-8", "utf8", "utf-8-sig"):
            raise UndecodableError(encoding, "the file begins with a mark that says UTF-8")
        encoding, content = "utf-8", content.removeprefix(codecs.BOM_UTF8)
    try:
        codec = codecs.lookup(encoding)
    except (LookupError, ValueError):
        raise UndecodableError(encoding, "Python knows no such encoding") from None
    if not codec._is_text_encoding:  # rot13, say
        raise UndecodableError(encoding, "this is no encoding of text")
    try:
        text, _length = codec.decode(content)
        text.encode()  # half of a surrogate pair is no text
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise UndecodableError(encoding, error.reason, line) from None
    except (UnicodeError, ValueError) as error:
        raise UndecodableError(encoding, type(error).__name__) from None
    return text

"""Learners' text in a form that can be sent: of limited length, and without halves of characters."""


def sendable(text: str, most: int) -> str:
    r"""Return the beginning of a text, with what UTF-8 cannot say shown escaped.

    A Python string may hold half of a surrogate pair, "\ud800", which no encoding of Unicode knows.
    """
    return str.__str__(text)[:most].encode("utf-8", "backslashreplace").decode("utf-8")[:most]

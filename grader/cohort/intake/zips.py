"""Archives, looked into with the standard library's reader and never unpacked: an entry's name is only a name."""

import io
import lzma
import stat
import struct
import tempfile
import time
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from functools import lru_cache, partial
from pathlib import Path

from grader.cohort.intake.items import (
    REPOSITORY,
    Content,
    IntakeError,
    Item,
    Kind,
    Remark,
    chunks,
    is_passed_over,
    mark,
)
from grader.cohort.intake.names import normal

MAX_ARCHIVE = 512 * 1024**2  # bytes of an archive inside another, or of one student's
MAX_ENTRIES = 50_000
MAX_LIST = 16 * 1024**2  # bytes of the list of entries, which takes ten times that in memory; content comes in chunks
MAX_UNPACKED = 4 * 1024**3  # bytes of all entries together, as the archive states them
MAX_RATIO = 200  # unpacked to packed; text reaches 20, a bomb a thousand
_SMALL = 1024**2  # bytes; below that no ratio does harm
DEEPEST = 3  # archives in each other: an export, a student's, and one that the student put into it
_UNICODE_PATH = 0x7075  # the field in which some programs put the name in UTF-8
_ENCRYPTED, _UTF8 = 0x1, 0x800

_UNREADABLE = (
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, NotImplementedError, RuntimeError),
    *(ValueError, struct.error),
)

_Open = Callable[[], Content]


class _WithShortList(io.BufferedReader):
    """An archive's bytes, of which the reader, before it knows an entry, asks for the list of all of them at once."""

    def read(self, size: int | None = -1, /) -> bytes:
        """As files do, but for more than the longest list; raises BadZipFile then."""
        if size is not None and size > MAX_LIST:
            raise zipfile.BadZipFile(f"the list of its files is longer than {MAX_LIST // 1024**2} MiB")
        return super().read(size)


def walk_zip(path: Path, remarks: list[Remark]) -> Iterator[Item]:
    """What is in an archive that is the whole class; raises IntakeError if it cannot be read."""
    try:
        archive = _archive(path.open("rb", buffering=0))  # open as long as its items are
    except (OSError, *_UNREADABLE) as error:
        raise IntakeError(f"{path}: cannot be read as a zip archive ({error})") from None
    refused = _refusal(archive.infolist())
    if refused is not None:
        raise IntakeError(f"{path}: {refused}")
    yield from _entries(archive.infolist(), (), path.name, lambda: archive, remarks)


def expand(items: Iterable[Item], remarks: list[Remark], depth: int = 1) -> Iterator[Item]:
    """The same items, with what is in a `.zip` in the place of the archive."""
    open_again = lru_cache(maxsize=1)(_open)  # students' files are read one after the other
    for item in items:
        if item.kind != "file" or not item.name.lower().endswith(".zip"):
            yield item
            continue
        if depth >= DEEPEST:
            remarks.append(Remark(item.path, "an archive in an archive in an archive; it was not opened"))
            continue
        try:
            entries = open_again(item.open).infolist()
            refused = _refusal(entries)
        except (OSError, *_UNREADABLE) as error:
            refused = f"cannot be read as a zip archive ({error})"
        if refused is not None:
            remarks.append(Remark(item.path, refused))
            continue
        folder = (*item.parts[:-1], item.name[:-4].strip() or "_")
        inner = _entries(entries, folder, item.path, partial(open_again, item.open), remarks)
        yield from expand(inner, remarks, depth + 1)


def _open(content: _Open) -> zipfile.ZipFile:
    """An archive that was handed in, copied to a file without a name: in memory it would cost its size."""
    copy = tempfile.TemporaryFile(buffering=0)  # noqa: SIM115  # open as long as the archive is
    with closing(content()) as file:
        for piece in chunks(file, MAX_ARCHIVE + 1):
            copy.write(piece)
    if copy.tell() > MAX_ARCHIVE:
        raise OSError(f"it is larger than {MAX_ARCHIVE // 1024**2} MiB")
    return _archive(copy)


def _archive(raw: io.FileIO) -> zipfile.ZipFile:
    return zipfile.ZipFile(_WithShortList(raw))


def _entries(
    entries: list[zipfile.ZipInfo],
    folder: tuple[str, ...],
    where: str,
    archive: Callable[[], zipfile.ZipFile],
    remarks: list[Remark],
) -> Iterator[Item]:
    for info in sorted(entries, key=lambda info: info.filename):
        name = entry_name(info).replace("\\", "/")
        parts = name.split("/")
        inner = [part for part in parts if part not in ("", ".", "..")]
        if len(inner) > 1 and inner[1] in REPOSITORY:
            yield mark((*folder, normal(inner[0]) or "_", ".git"))
        if any(map(is_passed_over, inner)):
            continue
        if info.is_dir():
            yield mark((*folder, *(normal(part) or "_" for part in inner), "."))
            continue
        if name.startswith("/") or ".." in parts or ":" in parts[0]:
            remarks.append(Remark(f"{where}: {normal(name)}", "its name leads out of the archive; not looked at"))
            continue
        mode = info.external_attr >> 16
        kind: Kind = "link" if stat.S_ISLNK(mode) else "file"
        shown = tuple(normal(part) or "_" for part in inner)
        yield Item((*folder, *shown), kind, _seconds(info), partial(_Entry, archive, info))


def _refusal(entries: list[zipfile.ZipInfo]) -> str | None:
    """Why an archive is not opened at all, if it is not."""
    if any(info.flag_bits & _ENCRYPTED for info in entries):
        return "encrypted; ask for it without a password"
    if len(entries) > MAX_ENTRIES:
        return f"more than {MAX_ENTRIES} files in it; it was not opened"
    if sum(info.file_size for info in entries) > MAX_UNPACKED:
        return f"more than {MAX_UNPACKED // 1024**3} GiB when unpacked; it was not opened"
    if any(info.file_size > max(_SMALL, MAX_RATIO * info.compress_size) for info in entries):
        return f"packed more than {MAX_RATIO} to 1, as no honest file is; it was not opened"
    return None


class _Entry:
    """What is in an entry; damage is an OSError, as of any file."""

    def __init__(self, archive: Callable[[], zipfile.ZipFile], info: zipfile.ZipInfo) -> None:
        with _damage():
            self._file = archive().open(info)

    def read(self, size: int, /) -> bytes:
        """The next bytes."""
        with _damage():
            return self._file.read(size)

    def close(self) -> None:
        """The archive stays open."""
        self._file.close()


@contextmanager
def _damage() -> Iterator[None]:
    try:
        yield
    except _UNREADABLE as error:
        raise OSError(f"damaged in the archive: {error}") from None


def _seconds(info: zipfile.ZipInfo) -> float:
    try:
        return time.mktime((*info.date_time, 0, 0, -1))
    except (OverflowError, ValueError):
        return 0.0


def entry_name(info: zipfile.ZipInfo) -> str:
    """An entry's name: UTF-8 where the archive says or shows so, else Korean Windows's code page, else cp437."""
    if info.flag_bits & _UTF8:
        return info.filename
    stated = _unicode_path(info.extra)
    if stated is not None:
        return stated
    try:
        raw = info.orig_filename.encode("cp437")  # as the reader has decoded it
    except UnicodeEncodeError:
        return info.filename
    try:
        return raw.decode("utf-8")  # macOS writes UTF-8 and does not say so
    except UnicodeDecodeError:
        pass
    try:
        korean = raw.decode("cp949")
    except UnicodeDecodeError:
        return info.filename
    # accented letters of Western code pages rarely make syllables only
    foreign = [one for one in korean if ord(one) > 0x7F]
    return korean if all("가" <= one <= "힣" or "ㄱ" <= one <= "ㆎ" for one in foreign) else info.filename


def _unicode_path(extra: bytes) -> str | None:
    while len(extra) >= 4:
        tag, size = struct.unpack_from("<HH", extra)
        if tag == _UNICODE_PATH and size > 5:
            try:
                return extra[9 : 4 + size].decode("utf-8")
            except UnicodeDecodeError:
                return None
        extra = extra[4 + size :]
    return None

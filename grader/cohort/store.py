"""What a class's grading has found out so far, in one SQLite database that a kill at any moment leaves whole."""

import contextlib
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import filelock
import msgspec

from grader.cohort.units import Unit
from grader.pipe.errors import GraderFault

VERSION = 1
NAME = "gradebook.sqlite"
_SCHEMA = """
-- a unit of work by the SHA-256 of what it is
CREATE TABLE unit (
    digest TEXT PRIMARY KEY,
    exercise TEXT NOT NULL,
    unit BLOB NOT NULL
) WITHOUT ROWID;
-- what the files of a hand-in come to, by the SHA-256 of the files
CREATE TABLE reading (
    files TEXT PRIMARY KEY,
    submission BLOB NOT NULL
) WITHOUT ROWID;
CREATE TABLE part (
    files TEXT NOT NULL REFERENCES reading (files),
    digest TEXT NOT NULL REFERENCES unit (digest),
    PRIMARY KEY (files, digest)
) WITHOUT ROWID;
-- the part of a document that all exercises of a run share
CREATE TABLE head (
    id INTEGER PRIMARY KEY,
    document BLOB NOT NULL UNIQUE
);
-- the result of a unit; the key is made from its digest and from all else that a result depends on
CREATE TABLE result (
    key TEXT PRIMARY KEY,
    digest TEXT NOT NULL REFERENCES unit (digest),
    head INTEGER NOT NULL REFERENCES head (id),
    row BLOB NOT NULL,
    time TEXT NOT NULL,
    stored TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ'))
) WITHOUT ROWID;
-- files that were written, by the SHA-256 of what they were made from
CREATE TABLE output (
    path TEXT PRIMARY KEY,
    inputs TEXT NOT NULL
) WITHOUT ROWID;
"""


class StoreError(GraderFault):
    """The database cannot be used, in one sentence that says what to do."""


@dataclass(frozen=True)
class Result:
    """A stored result: an exercise's row of a document, what stood around it, both as JSON, and when it was made."""

    head: bytes
    row: bytes
    time: str


@contextlib.contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Keep other runs away from a folder, until the end or until the system ends us; raises StoreError."""
    lock = filelock.FileLock(folder / ".lock", blocking=False)
    try:
        lock.acquire()
    except filelock.Timeout:
        raise StoreError(f"{folder}: another run is grading into this folder. Wait for it, or stop it.") from None
    try:
        yield
    finally:
        lock.release()


class Store:
    """The database in a folder; opened by one process and used by one thread.

    Args:
        folder: where it lies, or is made.

    Raises:
        StoreError: it is damaged, of a newer version, or no database of this kind. It is left as it is.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / NAME
        is_new = not self._path.exists() or self._path.stat().st_size == 0
        self._heads: dict[bytes, int] = {}
        try:
            # every change is a transaction of its own, unless one is begun
            self._connection = sqlite3.connect(self._path, isolation_level=None)
            if not is_new:
                self._check()
            self._connection.execute("PRAGMA journal_mode = WAL")
            self._connection.execute("PRAGMA synchronous = NORMAL")  # whole after a kill; after a power cut, too
            self._connection.execute("PRAGMA foreign_keys = ON")
            if self._version() == 0:
                self._connection.executescript(f"BEGIN; {_SCHEMA} PRAGMA user_version = {VERSION}; COMMIT;")
        except sqlite3.DatabaseError as error:
            raise StoreError(self._complaint(f"cannot be used ({error})")) from None

    def _check(self) -> None:
        tables = self._connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
        if self._version() > VERSION:
            raise StoreError(self._complaint("was written by a newer grader"))
        if self._version() < 1 and tables:
            raise StoreError(self._complaint("is a database of something else"))
        (said,) = self._connection.execute("PRAGMA integrity_check(1)").fetchone()
        if said != "ok":
            raise StoreError(self._complaint(f"is damaged ({said})"))

    def _version(self) -> int:
        return int(self._connection.execute("PRAGMA user_version").fetchone()[0])

    def _complaint(self, what: str) -> str:
        return f"{self._path}: {what}. It is left as it is; move it away, or give another folder with --out."

    def close(self) -> None:
        """Close it; a process that ends without this loses nothing."""
        self._connection.close()

    @contextlib.contextmanager
    def transaction(self) -> Iterator[None]:
        """All changes inside, or none."""
        try:
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
            except BaseException:
                self._connection.execute("ROLLBACK")
                raise
            self._connection.execute("COMMIT")
        except sqlite3.OperationalError as error:  # the disk is full, say
            raise StoreError(f"{self._path}: cannot be written ({error}). What was stored before is safe.") from None

    # ---- what was handed in ----

    def reading(self, files: str) -> bytes | None:
        """What was kept of a hand-in with these files."""
        found = self._connection.execute("SELECT submission FROM reading WHERE files = ?", (files,)).fetchone()
        return found[0] if found is not None else None

    def keep_reading(self, files: str, submission: bytes, units: dict[str, Unit]) -> None:
        """Keep what a hand-in's files come to, with its units by digest."""
        with self.transaction():
            self._connection.executemany(
                "INSERT OR IGNORE INTO unit VALUES (?, ?, ?)",
                [(digest, unit.exercise, msgspec.msgpack.encode(unit)) for digest, unit in units.items()],
            )
            self._connection.execute("INSERT OR REPLACE INTO reading VALUES (?, ?)", (files, submission))
            self._connection.executemany(
                "INSERT OR IGNORE INTO part VALUES (?, ?)", [(files, digest) for digest in units]
            )

    def unit(self, digest: str) -> Unit:
        """The unit with this digest; raises KeyError."""
        found = self._connection.execute("SELECT unit FROM unit WHERE digest = ?", (digest,)).fetchone()
        if found is None:
            raise KeyError(digest)
        return msgspec.msgpack.decode(found[0], type=Unit)

    def digests(self) -> list[str]:
        """The digests of all units."""
        return [digest for (digest,) in self._connection.execute("SELECT digest FROM unit")]

    # ---- results ----

    def stored(self) -> set[str]:
        """The keys of all results."""
        return {key for (key,) in self._connection.execute("SELECT key FROM result")}

    def keep_result(self, key: str, digest: str, result: Result, again: bool = False) -> None:
        """Keep a result in one transaction.

        Args:
            key: its key.
            digest: of the unit.
            result: what was found out.
            again: let it take the place of an earlier one; otherwise there must be none.
        """
        with self.transaction():
            self._connection.execute("INSERT OR IGNORE INTO head (document) VALUES (?)", (result.head,))
            if result.head not in self._heads:
                found = self._connection.execute("SELECT id FROM head WHERE document = ?", (result.head,)).fetchone()
                self._heads[result.head] = found[0]
            self._connection.execute(
                f"INSERT {'OR REPLACE' * again} INTO result (key, digest, head, row, time) VALUES (?, ?, ?, ?, ?)",
                (key, digest, self._heads[result.head], result.row, result.time),
            )

    def results(self, keys: Iterable[str]) -> Iterator[tuple[str, Result]]:
        """The results of these keys, as far as there are any."""
        heads = dict(self._connection.execute("SELECT id, document FROM head"))
        for key in keys:
            found = self._connection.execute("SELECT head, row, time FROM result WHERE key = ?", (key,)).fetchone()
            if found is not None:
                yield key, Result(heads[found[0]], found[1], found[2])

    def times(self) -> list[float]:
        """When each result was stored, in seconds since 1970, in order."""
        found = self._connection.execute("SELECT (julianday(stored) - 2440587.5) * 86400 FROM result ORDER BY stored")
        return [float(seconds) for (seconds,) in found]

    def newest(self) -> str:
        """The day on which the newest result was stored, or ""."""
        (found,) = self._connection.execute("SELECT max(stored) FROM result").fetchone()
        return str(found)[:10] if found is not None else ""

    # ---- files that were written ----

    def inputs(self, path: str) -> str | None:
        """What a file was made from when it was written last."""
        found = self._connection.execute("SELECT inputs FROM output WHERE path = ?", (path,)).fetchone()
        return found[0] if found is not None else None

    def keep_inputs(self, written: Iterable[tuple[str, str]]) -> None:
        """Keep what files were made from: pairs of path and digest."""
        with self.transaction():
            self._connection.executemany("INSERT OR REPLACE INTO output VALUES (?, ?)", list(written))

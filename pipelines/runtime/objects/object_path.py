"""A folder or an object of S3 as a path, for the few things that we do with papers and exports.

Whatever else a path can do raises an error, because an object has no place in the file system.
"""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path, PosixPath
from typing import TYPE_CHECKING, Any, NoReturn

from pipelines.runtime.errors import BoardpapersError

if TYPE_CHECKING:
    from obstore.store import S3Store

SCHEME = "s3://"
# The first part of such a path.
ROOT = "s3:"
# Enough hex digits of a hash to keep two versions of an object apart, in 64 bits.
VERSION_DIGITS = 15


class ObjectsMissing(BoardpapersError):
    """The library for object stores is not installed."""

    def __str__(self) -> str:
        return (
            f"Paths that begin with {SCHEME} need a library that is not installed. Install "
            "boardpapers[s3], or name a folder."
        )


class NoFolder(BoardpapersError):
    """Something that needs a folder of the file system was given an object store."""

    def __init__(self, path: Path, what: str) -> None:
        super().__init__(path, what)
        self.path = path
        self.what = what

    def __str__(self) -> str:
        return f"{self.what} needs a folder, and {self.path} is not one. Nothing was changed."


@dataclass(frozen=True, slots=True)
class StoredObject:
    """An object as the store lists it.

    Attributes:
        key: Its path below the folder that was listed.
        version: A number that changes with its ETag.
    """

    key: str
    byte_size: int
    version: int


class ObjectPath(PosixPath):
    """A place in a bucket: `s3://bucket/folder/paper.pdf`."""

    def __str__(self) -> str:
        """The address; a part of one, as `relative_to` makes it, stays as it is."""
        return SCHEME + "/".join(self.parts[1:]) if self.parts[:1] == (ROOT,) else super().__str__()

    def __fspath__(self) -> NoReturn:
        raise TypeError(f"{self} has no place in the file system")

    def resolve(self, strict: bool = False) -> "ObjectPath":
        """The path itself."""
        return self

    def absolute(self) -> "ObjectPath":
        """The path itself."""
        return self

    def is_dir(self, **_: Any) -> bool:
        """Whether there is an object below it."""
        return next(self.objects(), None) is not None

    def is_file(self, **_: Any) -> bool:
        """Whether it is an object."""
        if not self._key:
            return False
        store = self._store
        import obstore

        with _plain_errors(self):
            try:
                obstore.head(store, self._key)
            except FileNotFoundError:
                return False
        return True

    def iterdir(self) -> Iterator["ObjectPath"]:  # type: ignore[override]
        """Every object below it, at any depth."""
        return (self / each.key for each in self.objects())

    def glob(self, *_: Any, **__: Any) -> Iterator["ObjectPath"]:  # type: ignore[override]
        """Nothing: what `fetch` keeps beside papers is never in an object store."""
        return iter(())

    def read_bytes(self) -> bytes:
        """The object.

        Raises:
            OSError: It is not there, or the store does not answer in spite of several tries.
        """
        store = self._store
        import obstore

        with _plain_errors(self):
            return bytes(obstore.get(store, self._key).bytes())

    def upload(self, file: Path) -> None:
        """Put a file in the place of the object; readers see the old one or the new one."""
        store = self._store
        import obstore

        with _plain_errors(self):
            obstore.put(store, self._key, file)

    def objects(self) -> Iterator[StoredObject]:
        """Every object below it, in no order, without opening one."""
        prefix = f"{self._key}/" if self._key else ""
        store = self._store
        import obstore

        with _plain_errors(self):
            for page in obstore.list(store, prefix=prefix or None):
                for each in page:
                    etag = sha256((each["e_tag"] or str(each["last_modified"])).encode())
                    version = int(etag.hexdigest()[:VERSION_DIGITS], 16)
                    yield StoredObject(each["path"].removeprefix(prefix), each["size"], version)

    @property
    def _store(self) -> "S3Store":
        return _bucket(self.parts[1])

    @property
    def _key(self) -> str:
        return "/".join(self.parts[2:])


def path_from(text: str) -> Path:
    """A folder of the file system, or an object store if the text is an address of one.

    >>> str(path_from("s3://papers/2031/")), str(path_from("data/raw"))
    ('s3://papers/2031', 'data/raw')
    """
    return ObjectPath(text) if text.startswith(SCHEME) else Path(text)


@cache
def _bucket(name: str) -> "S3Store":
    """The bucket, with address and credentials from the usual variables of the environment."""
    try:
        from obstore.store import S3Store
    except ImportError as error:
        raise ObjectsMissing from error
    # An address without TLS is one that AWS_ENDPOINT_URL names on purpose.
    return S3Store(name, client_options={"allow_http": True})


@contextmanager
def _plain_errors(path: ObjectPath) -> Iterator[None]:
    """Raise a failure of the store as the OSError that a file would raise."""
    from obstore.exceptions import BaseError, PermissionDeniedError, UnauthenticatedError

    try:
        yield
    except (PermissionDeniedError, UnauthenticatedError) as error:
        raise PermissionError(errno.EACCES, "access denied", str(path)) from error
    except BaseError as error:
        reason = str(error).splitlines()[0].partition(" - ")[0]
        raise OSError(errno.EIO, reason, str(path)) from error

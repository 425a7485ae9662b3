"""A ZIP opened with care: counted before anything is read, counted again while it is read, never unpacked to disk."""

from __future__ import annotations

import io
import zipfile
import zlib

MAX_ENTRIES = 2_000
MAX_TOTAL = 200_000_000  # bytes declared by all entries together
MAX_RATIO = 200  # declared bytes for each byte that the archive itself has
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_PIECE = 65_536


class ArchiveRefused(Exception):
    """The archive will not be read; `code` says why (damaged, locked, too_large), without a name of a file."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class Archive:
    """The entries of a ZIP by name; raises ArchiveRefused for what is damaged, protected or blown up (research/security.md U1 to U6)."""

    def __init__(self, data: bytes, max_total: int = MAX_TOTAL) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            entries = self._zip.infolist()
        except (zipfile.BadZipFile, ValueError, OverflowError, NotImplementedError, EOFError):
            raise ArchiveRefused("damaged") from None
        if len(entries) > MAX_ENTRIES or sum(entry.file_size for entry in entries) > min(max_total, MAX_RATIO * len(data) + _PIECE):
            raise ArchiveRefused("too_large")
        if any(entry.flag_bits & 1 for entry in entries):
            raise ArchiveRefused("locked")
        if any(entry.compress_type not in _METHODS for entry in entries) or _overlap(entries):
            raise ArchiveRefused("damaged")
        self._left = max_total
        self._entries = {}
        for entry in entries:
            self._entries.setdefault(entry.filename, entry)  # of two entries with one name, the first is read

    @property
    def names(self) -> tuple[str, ...]:
        """The names as they stand in the archive: only to recognise a file, never a path to write to."""
        return tuple(self._entries)

    def read(self, name: str, most: int = 25_000_000) -> bytes:
        """The bytes of an entry; raises ArchiveRefused beyond `most` bytes, or when they are not what the archive said."""
        pieces, size = [], 0
        try:
            with self._zip.open(self._entries[name]) as stream:
                while piece := stream.read(_PIECE):
                    size += len(piece)
                    self._left -= len(piece)
                    if size > most or self._left < 0:
                        raise ArchiveRefused("too_large")
                    pieces.append(piece)
        except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError, KeyError, OSError):
            raise ArchiveRefused("damaged") from None
        return b"".join(pieces)


def _overlap(entries: list[zipfile.ZipInfo]) -> bool:
    """Whether two entries share bytes of the file: a small archive that unpacks to a huge one."""
    end = -1
    for entry in sorted(entries, key=lambda entry: entry.header_offset):
        if entry.header_offset < end:
            return True
        end = entry.header_offset + 30 + entry.compress_size
    return False

"""py3langid's model left on disk: of its 70 MB only what a text asks for is read.

In memory the first text in doubt would cost a reader 70 MB for good, and 100 MB at once while the model is unpacked.
"""

from __future__ import annotations

import lzma
import os
import shutil
import struct
import tempfile
import zipfile
from functools import lru_cache
from pathlib import Path
from typing import IO, Any, NamedTuple
from weakref import finalize

__all__ = ["load_identifier"]

_MEMBERS = {"ptc", "pc", "classes", "nextmove", "nextmove_row", "out_feat"}  # the layout of py3langid 0.4
_LOCAL_HEADER = 30  # bytes of a zip member's header before its name; the lengths of what follows stand at its end
_CHUNK = 1 << 18
_KEPT = 8_000  # moves, some 1 MB


def load_identifier() -> Any:
    """A LanguageIdentifier that tells what py3langid's own tells, with probabilities.

    It is py3langid's own where the system cannot read at a place (Windows) or the model is laid out otherwise."""
    from py3langid.langid import MODEL_DIR, MODEL_FILE, LanguageIdentifier

    stored = _unpacked(MODEL_DIR / MODEL_FILE) if hasattr(os, "pread") else {}
    if not set(stored) >= _MEMBERS:
        return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    weights, classes, states, features = (stored[name].whole() for name in ("pc", "classes", "nextmove_row", "out_feat"))
    moves, rows = _Moves(stored["nextmove"]), _Rows(stored["ptc"])
    return LanguageIdentifier(
        rows, weights, classes.tolist(), moves, memoryview(features), norm_probs=True, tk_row=memoryview(states)
    )


class _Bytes:
    """A file's bytes by their place, for as long as anybody may look there. Safe for several threads."""

    def __init__(self, file: IO[bytes]) -> None:
        self._descriptor = os.dup(file.fileno())
        finalize(self, os.close, self._descriptor)

    def at(self, start: int, size: int) -> bytes:
        return os.pread(self._descriptor, size, start)


class _Stored(NamedTuple):
    """Where an array of the model lies in the unpacked file."""

    content: _Bytes
    start: int
    shape: tuple[int, ...]
    dtype: Any

    def read(self, first: int, count: int) -> bytes:
        """The bytes of `count` items from `first`."""
        size = self.dtype.itemsize
        return self.content.at(self.start + first * size, count * size)

    def whole(self) -> Any:
        """The array in memory."""
        import numpy

        return numpy.frombuffer(self.read(0, int(numpy.prod(self.shape))), self.dtype).reshape(self.shape)


class _Moves:
    """The automaton's moves, one number each, looked up one by one; those made most lately are kept."""

    def __init__(self, stored: _Stored) -> None:
        self._stored = stored
        self._kept = lru_cache(_KEPT)(self._read)

    def __getitem__(self, place: int) -> int:
        return self._kept(place)

    def _read(self, place: int) -> int:
        return int.from_bytes(self._stored.read(place, 1), "little")


class _Rows:
    """The features' weights, a row for each, looked up by an array of row numbers."""

    def __init__(self, stored: _Stored) -> None:
        self._stored = stored

    def __getitem__(self, numbers: Any) -> Any:
        import numpy

        width = self._stored.shape[1]
        rows = b"".join(self._stored.read(number * width, width) for number in numbers.tolist())
        return numpy.frombuffer(rows, self._stored.dtype).reshape(len(numbers), width)


def _unpacked(model: Path) -> dict[str, _Stored]:
    """The model's arrays in a file without a name; empty where they are packed once more inside."""
    with tempfile.TemporaryFile(suffix=".npz") as file:
        with lzma.open(model) as packed:
            shutil.copyfileobj(packed, file, _CHUNK)
        file.flush()
        content = _Bytes(file)
        with zipfile.ZipFile(file) as archive:
            if any(member.compress_type != zipfile.ZIP_STORED for member in archive.infolist()):
                return {}
            return {
                member.filename.removesuffix(".npy"): _stored(archive, member, content) for member in archive.infolist()
            }


def _stored(archive: zipfile.ZipFile, member: zipfile.ZipInfo, content: _Bytes) -> _Stored:
    import numpy

    with archive.open(member) as array:
        numpy.lib.format.read_magic(array)
        shape, _, dtype = numpy.lib.format.read_array_header_1_0(array)
        header = array.tell()
    lengths = content.at(member.header_offset + _LOCAL_HEADER - 4, 4)
    start = member.header_offset + _LOCAL_HEADER + sum(struct.unpack("<HH", lengths)) + header
    return _Stored(content, start, shape, dtype)

"""Bytes to text: UTF-8, or what the bytes show; one pass, and no character is ever dropped."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

from memcon.errors import NotText

__all__ = ["Decoded", "decode"]

SAMPLE = 65_536  # bytes looked at to guess a character set
MOST_CONTROLS = 0.02  # of the sample: more control characters than that are no text
FEW_HIGH_BYTES = 0.2  # of the sample: a Latin text with some accents and curly quotes, so Windows-1252
ZEROS_OF_UTF16 = 0.35  # of the bytes at even or at odd places: Latin letters in two bytes each

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROLS = re.compile(rb"[\x00-\x06\x0e-\x1a\x1c-\x1f\x7f]")
_HIGH = re.compile(rb"[\x80-\xff]")
_MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and what had to be assumed to read it."""

    text: str
    warnings: tuple[str, ...] = ()


def decode(data: bytes, *, declared: str | None = None) -> Decoded:
    """The text in these bytes: a byte order mark, UTF-8, the declared character set, then a guess.

    Every stray byte becomes one character. Raises NotText for bytes that are no text."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return Decoded(data.decode(encoding, errors="replace"))
    sample = data[:SAMPLE]
    if unmarked := _utf16_without_mark(sample):
        return Decoded(data.decode(unmarked, errors="replace"), (f"read as {unmarked}: no byte order mark",))
    if len(_CONTROLS.findall(sample)) > max(MOST_CONTROLS * len(sample), 8):
        raise NotText("these bytes are no text; give a text, HTML, JSONL or another format that memcon knows")
    try:
        return Decoded(data.decode("utf-8"))
    except UnicodeDecodeError:
        return _decode_other(data, sample, declared)


def _decode_other(data: bytes, sample: bytes, declared: str | None) -> Decoded:
    high = len(_HIGH.findall(sample))
    multibyte = sum(map(len, _MULTIBYTE.findall(sample)))
    if multibyte * 2 > high:
        mixed = data.decode("utf-8", errors="memcon-cp1252")
        return Decoded(mixed, ("not all of it is UTF-8: stray bytes read as Windows-1252",))
    encoding = _known(declared)
    if encoding is None and high > FEW_HIGH_BYTES * len(sample):
        best = from_bytes(sample).best()
        encoding = best.encoding if best else None
    chosen = encoding or "cp1252"
    return Decoded(data.decode(chosen, errors="memcon-cp1252"), (f"not UTF-8: read as {chosen}",))


def _known(declared: str | None) -> str | None:
    try:
        return codecs.lookup(declared).name if declared else None
    except LookupError:
        return None


def _utf16_without_mark(sample: bytes) -> str | None:
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    half = max(len(sample) // 2, 1)
    if odd > ZEROS_OF_UTF16 * half and even < odd / 10:
        return "utf-16-le"
    if even > ZEROS_OF_UTF16 * half and odd < even / 10:
        return "utf-16-be"
    return None


def _as_windows(error: UnicodeError) -> tuple[str, int]:
    """Codec error handler: the first bad byte as Windows-1252, or as Latin-1 where that has a hole."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    byte = error.object[error.start : error.start + 1]
    return byte.decode("cp1252", errors="ignore") or byte.decode("latin-1"), error.start + 1


codecs.register_error("memcon-cp1252", _as_windows)

"""Bytes become text; stray bytes are one character each; what is no text is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memcon.errors import NotText
from memcon.intake.decoding import decode

TEXT = "Señor Sand said: “We agree.”"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32"])
def test_unicode(encoding: str) -> None:
    assert decode(TEXT.encode(encoding)).text == TEXT
    assert decode(TEXT.encode(encoding)).warnings == ()


def test_utf8_mark_is_kept_as_a_character() -> None:
    assert decode(b"\xef\xbb\xbfOslo").text == "\ufeffOslo"


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_mark(encoding: str) -> None:
    decoded = decode(("Sand met Bello in Oslo. " * 5).encode(encoding))
    assert decoded.text.startswith("Sand met Bello")
    assert encoding in decoded.warnings[0]


def test_windows_1252() -> None:
    decoded = decode((TEXT + " They met in Oslo on Monday for the first time.").encode("cp1252") + b"\x81")
    assert decoded.text.startswith(TEXT)
    assert decoded.text.endswith("\x81")
    assert "cp1252" in decoded.warnings[0]


def test_mostly_utf8() -> None:
    decoded = decode(TEXT.encode() * 3 + b" caf\xe9")
    assert decoded.text == TEXT * 3 + " café"
    assert "UTF-8" in decoded.warnings[0]


def test_declared() -> None:
    russian = "Министры встретились в Осло."
    assert decode(russian.encode("cp1251"), declared="windows-1251").text == russian
    assert decode(b"caf\xe9 and a long English tail", declared="nonsense").text.startswith("café")


def test_guessed() -> None:
    russian = "Министры иностранных дел встретились в понедельник в Осло и говорили о рыбе. " * 5
    assert "стр" in decode(russian.encode("cp1251")).text


@pytest.mark.parametrize("data", [bytes(range(32)) * 20, b"\x7fELF\x02\x01\x01" + bytes(100), b"\x89PNG\r\n\x1a\n" + bytes(30)])
def test_no_text(data: bytes) -> None:
    with pytest.raises(NotText):
        decode(data)


@given(st.binary(max_size=80))
def test_no_bytes_break_it(data: bytes) -> None:
    try:
        text = decode(data).text
    except NotText:
        return
    assert isinstance(text, str)

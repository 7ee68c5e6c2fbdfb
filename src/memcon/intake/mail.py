"""Mail: a message a document, with its subject, date and sender."""

from __future__ import annotations

import email
import email.policy
import email.utils
from collections.abc import Iterator
from email.message import EmailMessage
from functools import partial
from typing import IO, cast

from memcon.document import Document
from memcon.errors import EmptyInput, TooLarge
from memcon.intake.decoding import decode
from memcon.intake.documents import MAX_CHARACTERS, document
from memcon.intake.html import html_text
from memcon.intake.sources import Context, Failed, Source, attempt, parsing, read_whole, stem_of

__all__ = ["read_mailbox", "read_message"]


def read_message(stream: IO[bytes], name: str, context: Context) -> Iterator[Source]:
    """One document: the message's words; attachments are left alone."""
    yield attempt(name, lambda: _document(read_whole(stream), stem_of(name), context))


def read_mailbox(stream: IO[bytes], name: str, context: Context) -> Iterator[Source]:
    """A document a message of an mbox file."""
    for number, message in enumerate(_messages(stream), start=1):
        if message is None:
            yield Failed(f"{name}:{number}", TooLarge(f"a message of {MAX_CHARACTERS:,} bytes or more"))
        else:
            yield attempt(f"{name}:{number}", partial(_document, message, f"{stem_of(name)}-{number}", context))


def _messages(stream: IO[bytes]) -> Iterator[bytes | None]:
    """The messages between "From " lines that follow a blank line; None for one that is too large."""
    lines: list[bytes] = []
    size = 0
    blank = True
    while line := stream.readline(MAX_CHARACTERS):
        if blank and line.startswith(b"From "):
            if lines:
                yield b"".join(lines) if size < MAX_CHARACTERS else None
            lines, size = [], 0
        else:
            size += len(line)
            lines.append(line[1:] if line.startswith(b">From ") else line)
            lines = lines if size < MAX_CHARACTERS else lines[:1]
        blank = not line.strip()
    if lines:
        yield b"".join(lines) if size < MAX_CHARACTERS else None


def _document(data: bytes, name: str, context: Context) -> Document:
    with parsing("mail"):
        message = email.message_from_bytes(data, policy=email.policy.default)
        text, warnings = _words(message)
        subject = str(message["subject"] or "") or None
        sender = email.utils.parseaddr(str(message["from"] or ""))
        date = email.utils.parsedate(str(message["date"] or ""))
    if not text.strip():
        raise EmptyInput("the message has no words")
    return document(
        text,
        published=f"{date[0]:04}-{date[1]:02}-{date[2]:02}" if date else None,
        basis="metadata",
        fallback=context.published,
        title=subject,
        outlet=sender[0] or sender[1],
        input_id=name,
        warnings=warnings,
    )


def _words(message: EmailMessage) -> tuple[str, tuple[str, ...]]:
    """The plain body, else the HTML one as text."""
    body = message.get_body(preferencelist=("plain", "html"))
    if body is None:
        return "", ()
    decoded = decode(cast(bytes, body.get_payload(decode=True) or b""), declared=body.get_content_charset())
    if body.get_content_type() == "text/html":
        return html_text(decoded.text), decoded.warnings
    return decoded.text.replace("\r\n", "\n"), decoded.warnings

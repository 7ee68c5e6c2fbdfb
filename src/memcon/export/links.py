"""Addresses and ids that others understand."""

from __future__ import annotations

from urllib.parse import quote, urlsplit


def web_address(url: str | None) -> str | None:
    """The address if it is http or https with a host, with what an IRI can't hold escaped; else None."""
    if not url:
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not parts.netloc:
        return None
    return quote(url.strip(), safe=":/?#[]@!$&'()*+,;=%~-._", encoding="utf-8", errors="replace")


def wikidata_id(person: str | None) -> str | None:
    """A person's id if it is Wikidata's (Q…); memcon's own ids (x:…) mean nothing elsewhere."""
    return person if person and person[:1] == "Q" and person[1:].isdecimal() else None


def document_iri(document: str) -> str:
    """A document's id as a URN: `sha256:…` → `urn:sha256:…`."""
    return f"urn:{document}"

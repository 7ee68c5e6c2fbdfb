"""The desk: the questions that people bring to a ledger. Functions with typed results; docs/desk/ has a page for each."""

from __future__ import annotations

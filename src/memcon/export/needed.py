"""Libraries that only some formats need."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from memcon.errors import MemconError


def needed(name: str) -> Any:
    """The library of that name. Raises MemconError, naming the extra, where it is not installed."""
    try:
        return import_module(name)
    except ImportError as error:
        raise MemconError(f"this format needs {name.partition('.')[0]}: pip install 'memcon[export]'") from error

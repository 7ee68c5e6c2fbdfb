"""Where a user's own knowledge lies."""

from __future__ import annotations

import os
import sys
from pathlib import Path

__all__ = ["VARIABLE", "default_folder", "user_folder"]

VARIABLE = "MEMCON_KNOWLEDGE"


def default_folder() -> Path:
    """The folder that the MEMCON_KNOWLEDGE variable names, else one in the platform's place for users' data."""
    if named := os.environ.get(VARIABLE):
        return Path(named).expanduser()
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Application Support"
    else:
        base = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
    return base / "memcon" / "knowledge"


def user_folder(given: Path | None = None) -> Path | None:
    """The user's folder: the one given, else the default one where it exists, else None."""
    if given is not None:
        return given
    folder = default_folder()
    return folder if folder.is_dir() else None

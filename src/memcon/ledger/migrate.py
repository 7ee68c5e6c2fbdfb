"""Bring a database to the newest schema, inside the caller's transaction."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, inspect, text

from memcon.errors import LedgerError

HEAD = "0003"
FOLDER = Path(__file__).with_name("migrations")


def upgrade(connection: Connection) -> None:
    """Create or migrate the tables. Raises LedgerError for a database of a newer memcon, or of another program."""
    present = version_of(connection)
    if present == HEAD:
        return
    if present is None and set(inspect(connection).get_table_names()) & {"document", "report", "decision"}:
        raise LedgerError("this database holds tables of another program; give memcon a database of its own")
    if present is not None and present > HEAD:
        raise LedgerError(f"this ledger has schema {present}, made by a newer memcon; this one knows {HEAD}")
    _run_alembic(connection)


def version_of(connection: Connection) -> str | None:
    """The schema version that stands in the database, or None for none."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def _run_alembic(connection: Connection) -> None:
    # alembic takes a fifth of a second to import, and is needed once in a ledger's life
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")

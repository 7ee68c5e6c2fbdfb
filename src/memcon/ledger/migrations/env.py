"""What Alembic runs: migrations on the connection that `memcon.ledger.migrate` hands over."""

from __future__ import annotations

from alembic import context

from memcon.ledger.schema import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    transactional_ddl=False,  # the caller's transaction holds everything
)
context.run_migrations()

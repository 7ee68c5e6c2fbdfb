"""The ledger as first made."""

from __future__ import annotations

from alembic import op

from memcon.ledger.schema import metadata

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

SQLITE_SEARCH = (
    "CREATE VIRTUAL TABLE passage_words USING fts5(text, content='passage', content_rowid='number', "
    "tokenize='porter unicode61 remove_diacritics 2')",
    "CREATE TRIGGER passage_added AFTER INSERT ON passage BEGIN "
    "INSERT INTO passage_words(rowid, text) VALUES (new.number, new.text); END",
    "CREATE TRIGGER passage_removed AFTER DELETE ON passage BEGIN "
    "INSERT INTO passage_words(passage_words, rowid, text) VALUES ('delete', old.number, old.text); END",
)
SQLITE_APPEND_ONLY = tuple(
    f"CREATE TRIGGER decision_no_{verb} BEFORE {verb} ON decision BEGIN "
    "SELECT RAISE(ABORT, 'decisions are only ever added: undo one with another'); END"
    for verb in ("update", "delete")
)
POSTGRES_SEARCH = ("CREATE INDEX passage_words ON passage USING gin (to_tsvector('english', text))",)
POSTGRES_APPEND_ONLY = (
    "CREATE FUNCTION decision_stays() RETURNS trigger LANGUAGE plpgsql AS "
    "$$ BEGIN RAISE EXCEPTION 'decisions are only ever added: undo one with another'; END $$",
    "CREATE TRIGGER decision_no_change BEFORE UPDATE OR DELETE ON decision FOR EACH ROW EXECUTE FUNCTION decision_stays()",
)


def upgrade() -> None:
    """Make all tables, full-text search and the guard that keeps decisions append-only."""
    metadata.create_all(op.get_bind())
    if op.get_bind().dialect.name == "sqlite":
        statements = SQLITE_SEARCH + SQLITE_APPEND_ONLY
    else:
        statements = POSTGRES_SEARCH + POSTGRES_APPEND_ONLY
    for statement in statements:
        op.execute(statement)

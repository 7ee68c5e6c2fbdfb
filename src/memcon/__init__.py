"""memcon reads reports of diplomacy and keeps the record of it."""

"""One module an engine: `run_splits` yields a row of the manifest for each piece, in any order."""

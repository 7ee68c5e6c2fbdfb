"""How the smaller parser is made: README.md."""

# Every target that CI runs is one that a person runs. `make help` lists them.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
ARGS ?=
GOLD ?= ../shared/gold
STAMP := $(VENV)/.installed

.DEFAULT_GOAL := help
.PHONY: help demo test quick lint types docs bench accuracy soak lock clean

help: ## list the targets
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/  make \1\t\2/' | expand -t 18

$(STAMP): requirements/dev.txt requirements/pip.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 14))' || \
	  { echo "memcon needs Python 3.11 to 3.13; name one with: make PYTHON=python3.12 $(MAKECMDGOALS)" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
	@# Python's own pip may be too old to read a lock with extras.
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/pip.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

demo: $(STAMP) ## read the bundled reports and print their record as a memcon
	@$(BIN)/memcon demo --db build/demo.db

test: $(STAMP) ## the whole test suite, with its coverage floor
	$(BIN)/python -m pytest -n auto --cov --cov-report=term:skip-covered $(ARGS)

quick: $(STAMP) ## the tests without the coverage floor
	$(BIN)/python -m pytest -q -n auto $(ARGS)

lint: $(STAMP) ## ruff, and the one-way rule of the house
	$(BIN)/ruff check .
	$(BIN)/lint-imports

types: $(STAMP) ## mypy, strict on src
	$(BIN)/mypy

docs: $(STAMP) ## write the pages made from the code (commands, schema)
	$(BIN)/python tools/write_docs.py

bench: $(STAMP) ## how fast, against peers; writes the tables (ARGS=--check holds it against the stored ratios)
	$(BIN)/python benchmarks/speed.py $(ARGS)

accuracy: $(STAMP) ## how good, against every set of the gold folder (ARGS=--misses shows what is missed)
	$(BIN)/python benchmarks/accuracy.py --gold $(GOLD) $(ARGS)

soak: $(STAMP) ## the long tests, whole
	$(BIN)/python -m pytest -q -m long --soak $(ARGS)

lock: ## renew the lock (needs uv)
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --no-strip-extras -q \
	  --all-extras --group dev pyproject.toml -o requirements/dev.txt

clean: ## remove what was made
	rm -rf $(VENV) build dist .coverage .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis

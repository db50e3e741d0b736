# `make demo` and `make test` do all the set-up there is: a virtual environment in .venv, with imr installed from this checkout.
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready

.PHONY: demo test check format table letters

demo: $(READY)
	$(BIN)/imr decide samples/massage-therapy.yaml --format text

test: $(READY)
	$(BIN)/pytest

check: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/imr check-guidelines -q
	$(BIN)/pytest

format: $(READY)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

# Rebuild what is generated from the data: the table that the program loads, and the samples' letters.
table: $(READY)
	$(BIN)/python -m imr_cli.build_table

letters: $(READY)
	$(BIN)/python tests/write_golden_letters.py

$(READY): pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	touch $(READY)

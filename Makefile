# `make demo` and `make test` do all the set-up there is: a virtual environment in .venv, with imr installed from this checkout.
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready

.PHONY: demo test check format pages letters

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

# Rebuild what is made from the data and the program: the reference pages, the samples' letters, and what the documents
# show of the program's output. Tests compare all of it.
pages: $(READY)
	$(BIN)/python docs/make_pages.py

letters: $(READY)
	$(BIN)/python docs/make_pages.py letters

$(READY): pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	touch $(READY)

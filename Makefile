# Needs Python 3.11 or later with pip, and make. Everything else is installed into .venv from
# requirements.lock, each file checked against its hash.

PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/.installed
DAGSTER_HOME := $(CURDIR)/.dagster_home

RAW ?= data/raw
WAREHOUSE ?= data/warehouse/boardpapers.duckdb
REPORTS ?= reports
SITE ?= site
PORT ?= 3000
WORKERS ?= auto
# Tests that print how well papers are read, which only one process can do.
SCORES := tests/gold/test_gold.py tests/gold/test_house_styles.py

# Where the settings of an instance are not read, as by `make lint`, this says the same.
export DAGSTER_DISABLE_TELEMETRY := yes

.DEFAULT_GOAL := help
.PHONY: help refresh report site test soak bench lint dev docs lock clean

help:  ## Print the targets
	@sed -nE 's/^([a-z]+):.*## (.*)/\1\t\2/p' $(MAKEFILE_LIST) | awk -F'\t' '{printf "%-9s%s\n", $$1, $$2}'

refresh: $(INSTALLED)  ## Read the papers under data/raw and publish the warehouse
	$(BIN)/boardpapers refresh --raw $(RAW) --warehouse $(WAREHOUSE)

report: refresh  ## Write the uptake report to reports/
	$(BIN)/boardpapers report --warehouse $(WAREHOUSE) --out $(REPORTS)

site: refresh  ## Write pages to read, search and print to site/
	$(BIN)/boardpapers site --warehouse $(WAREHOUSE) --out $(SITE)

test: $(INSTALLED)  ## Run every test, and print how well the papers are read
	$(BIN)/pytest -n $(WORKERS) --dist loadfile --no-loadscope-reorder $(addprefix --ignore=,$(SCORES))
	$(BIN)/pytest $(SCORES)

soak: $(INSTALLED)  ## Kill, starve and mislead refreshes at full numbers; takes hours
	HYPOTHESIS_PROFILE=soak $(BIN)/pytest -n auto --dist loadfile tests/models tests/properties
	$(BIN)/python -m tests.soak

bench: $(INSTALLED)  ## Run every benchmark and write benchmarks.md; takes an hour on a machine that does nothing else
	$(BIN)/python -m benchmarks

lint: $(INSTALLED)  ## Check style, types, SQL and the Dagster definitions
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/sqlfluff lint --processes 0 --disable-progress-bar models expectations
	PYTHONWARNINGS=ignore $(BIN)/dagster definitions validate -w workspace.yaml --log-level warning

dev: $(INSTALLED)  ## Open the Dagster UI on port 3000, or another: make dev PORT=3001
	@mkdir -p $(DAGSTER_HOME)
	@cp deploy/dagster.yaml $(DAGSTER_HOME)/dagster.yaml
	DAGSTER_HOME=$(DAGSTER_HOME) $(BIN)/dagster dev -w workspace.yaml --port $(PORT)

docs: $(INSTALLED)  ## Write what the documentation repeats from the code anew
	$(BIN)/python -m pipelines.documentation

lock: $(INSTALLED)  ## Choose dependencies anew and write requirements.lock (needs uv)
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --no-strip-extras \
		--no-emit-index-url --all-extras --upgrade pyproject.toml -o requirements.lock -q

clean:  ## Remove all that make made: environment, caches, warehouse, reports
	rm -rf $(VENV) $(DAGSTER_HOME) $(REPORTS) $(SITE) .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find data/warehouse -mindepth 1 ! -name .gitkeep -delete
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(INSTALLED): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Python 3.11 or later is needed; name it with make PYTHON=..."; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

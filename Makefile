# reportlint: `make demo` and `make test` do all the set-up on a machine with Python ≥ 3.11.

PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
VENV := .venv
DIR ?= ../shared/suites/numbers
CASES ?= 1000000
PYTHONS ?= 3.11 3.12 3.13
N ?= 1000
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet --constraint constraints.txt
INSTALLED := $(VENV)/.installed
INSTALLED_DEV := $(VENV)/.installed-dev
RUN_TESTS := $(BIN)/python -m $(if $(COVERAGE),coverage run -m )pytest

.DEFAULT_GOAL := help
.PHONY: help demo test ocr properties benchmarks fuzz robustness lint format coverage suites compile rule bundle clean

help: ## list these targets
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 12

demo: $(INSTALLED) compile ## check the reports in fixtures/reports/ and print their flags
	$(BIN)/reportlint check --isolated --fail-on never fixtures/reports/

test: $(INSTALLED_DEV) compile ## run every test (COVERAGE=1 measures coverage as well)
	$(RUN_TESTS) $(ARGS)
ifdef COVERAGE
	$(BIN)/python -m coverage report --fail-under=90
endif

properties: $(INSTALLED_DEV) compile ## 10^6 true data sets and tables, none of which may make an error (CASES=…)
	REPORTLINT_CASES=$(CASES) $(BIN)/python -m pytest -k "bulk or seeded" \
		tests/arithmetic/test_rendering_bulk.py tests/facts/tables/test_table_rounding.py

benchmarks: $(INSTALLED_DEV) compile ## time verdicts and diagnosis of 1k, 5k and 20k figures
	$(BIN)/python -m pytest benchmarks --benchmark-only --benchmark-timer=time.process_time --benchmark-columns=min,mean,rounds

fuzz: $(INSTALLED_DEV) ## N damaged files through each reader (N=100000 READERS="docx pdf")
	nice $(BIN)/python tests/fuzz/run_fuzz.py $(N) $(READERS)

robustness: $(INSTALLED_DEV) compile ## read and check every file of a folder in a child with limits (DIR=…)
	$(BIN)/python tools/robustness.py $(DIR) $(ARGS)

ocr: $(INSTALLED_DEV) ## install what scans are read with
	$(PIP) --editable '.[ocr]'

bundle: $(INSTALLED_DEV) ## dist/bundle: all wheels and an installer for machines without a network (PYTHONS="3.11 3.12")
	$(BIN)/python tools/bundle.py dist/bundle $(PYTHONS:%=--python %)

lint: $(INSTALLED_DEV) ## style, types, import contracts
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

format: $(INSTALLED_DEV) ## put all files into the project's format
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

coverage: ## run every test and show uncovered lines
	@$(MAKE) test COVERAGE=1

suites: $(INSTALLED_DEV) ## score the reading of numbers on a folder of suites (DIR=…)
	$(BIN)/python tests/suites/run_suites.py $(DIR)

rule: $(BIN)/python ## write a new rule and its test document (CODE=TXT413 NAME=missing-unit)
	@$(BIN)/python tools/new_rule.py "$(CODE)" "$(NAME)"

clean: ## remove the virtual environment and all caches
	rm -rf $(VENV) build dist .coverage .pytest_cache .mypy_cache .ruff_cache .hypothesis
	rm -rf .import_linter_cache .benchmarks
	find src tests -name __pycache__ -type d -prune -exec rm -rf {} +

# Compiled code starts faster, also where the environment forbids Python to write it by itself.
compile: $(INSTALLED)
	@$(BIN)/python -m compileall -q src

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed; set PYTHON=…" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(INSTALLED): pyproject.toml constraints.txt | $(BIN)/python
	$(PIP) --editable .
	@touch $@

$(INSTALLED_DEV): $(INSTALLED)
	$(PIP) --editable '.[dev,postgres]'
	@touch $@

# Needs Python 3.11 or newer, git and make; everything else is installed into .venv from the lock files.

PYTHON ?= python3
AS_OF ?= 2026-06-30
LOCK_FLAGS ?=
BENCH ?=
MINUTES ?= 60
SEED ?=
CASE ?=

BIN = .venv/bin
FORMATS = build/formats
PEERS = build/bench
PIP = -m pip -qq --disable-pip-version-check
# pip installs uv, by its hash, and uv everything else. How pip reads a lock file depends on its own version and on later
# releases: an older pip looks for a newer release of a package that another package requires with extras.
INSTALL_UV = $(PIP) install --require-hashes --no-deps --only-binary=:all: -r requirements-installer.lock
UV = scripts/run_uv.py --quiet pip
COMPILE = build/lock/bin/python $(UV) compile --universal --python-version 3.11 --generate-hashes --no-header $(LOCK_FLAGS)

.DELETE_ON_ERROR:
.PHONY: help demo check lint types layers test test-thorough check-install check-formats comparison bench nightly fuzz golden format lock clean python

help: ## show this list
	@echo "make <target>, with PYTHON=$(PYTHON)"
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  %-13s %s\n", $$1, $$2 }' Makefile

demo: .venv/installed ## check the example plan, show its status, render its submission (AS_OF=2026-06-30)
	$(BIN)/tcplan validate examples --as-of $(AS_OF)
	$(BIN)/tcplan status examples --as-of $(AS_OF)
	@mkdir -p build
	$(BIN)/tcplan render stage3 examples --to html -o build/northmoor-stage-3.html
	@echo "The stage 3 report is build/northmoor-stage-3.html: open it in a browser."

check: lint types layers test ## run lint, types, layers and test

lint: .venv/development ## check style and formatting
	$(BIN)/python -m ruff check
	$(BIN)/python -m ruff format --check

types: .venv/development ## check the types of src, tests, bench, fuzz and scripts
	$(BIN)/python -m mypy

layers: .venv/development ## check that imports point downwards
	$(BIN)/lint-imports --no-logo

# Python keeps compiled files here, even if it is set not to: there are 170 test files, and some start the command.
COMPILED = PYTHONDONTWRITEBYTECODE= $(BIN)/python

test: .venv/development ## run the tests in parallel, with the coverage that they must reach
	@$(COMPILED) -m compileall -q src
	$(COMPILED) -m pytest -n auto --dist loadgroup --cov --cov-report term

test-thorough: .venv/development ## run hundreds of kills, races and mistakes; `make test` runs some of them
	@$(COMPILED) -m compileall -q src
	$(COMPILED) -m pytest -n auto --dist loadgroup -m thorough

check-install: .venv/development ## check that a clean clone gets the locked versions, with old and new pips
	$(BIN)/python -m pytest -n auto tests/installing

check-formats: .venv/development $(FORMATS)/installed ## check reports, documents, hooks and the action with the schemas and tools of others (needs npm)
	TCPLAN_NEED_FORMATS=1 $(BIN)/python -m pytest -n auto --dist loadfile tests/formats

comparison: .venv/development $(FORMATS)/installed ## write docs/comparison: one broken plan in three checkers (needs npm)
	$(BIN)/python tests/formats/comparing.py $(FORMATS)/venv/bin

# Compile first, so that compiling is not measured, even if Python is set to keep no compiled files.
bench: .venv/development $(PEERS)/installed ## measure time and memory, and write docs/performance.md (BENCH="commands 120" prints some parts)
	@$(BIN)/python -m compileall -q src
	$(BIN)/python -m bench $(PEERS)/bin $(BENCH)

nightly: .venv/development ## run ten thousand edits, and import every layout in every format; `make test` runs some of them
	$(BIN)/python -m pytest -n auto tests/edits/test_editor_properties.py tests/edits/test_fmt.py --hypothesis-profile=nightly
	$(BIN)/python -m pytest -n auto --dist loadgroup -m nightly tests/importing

# Linux only: it counts processor time and memory of each run, and drops rights of root.
fuzz: .venv/development ## try hostile files, folders and options (MINUTES=60; SEED=1 for the same cases; CASE=build/fuzz/... again)
	@nice $(BIN)/python -m fuzz $(if $(CASE),--case "$(CASE)",--minutes $(MINUTES) $(if $(SEED),--seed $(SEED)))

golden: .venv/development ## write the golden files again; read the diff before you commit it
	$(BIN)/python -m pytest -n auto --dist loadgroup --golden-update

format: .venv/development ## format the code, and fix what ruff can fix safely
	$(BIN)/python -m ruff format
	$(BIN)/python -m ruff check --fix
	$(BIN)/python -m ruff format --quiet

lock: python ## resolve the lock files again (LOCK_FLAGS=--upgrade for newer versions)
	@mkdir -p build
	@"$(PYTHON)" -m venv --clear build/lock
	@build/lock/bin/python $(INSTALL_UV)
	$(COMPILE) --group installer --output-file requirements-installer.lock
	$(COMPILE) pyproject.toml --output-file requirements.lock
	$(COMPILE) pyproject.toml --group dev --constraints requirements.lock --output-file requirements-dev.lock
	$(COMPILE) --group build --constraints requirements-dev.lock --output-file requirements-build.lock
	$(COMPILE) --group formats --output-file requirements-formats.lock

clean: ## remove .venv and everything that was built
	rm -rf .venv build dist htmlcov .coverage .coverage.* .hypothesis
	rm -rf .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find src tests -type d -name __pycache__ -prune -exec rm -rf {} +

python:
	@command -v "$(PYTHON)" >/dev/null || { \
		echo "There is no '$(PYTHON)' here. Install Python 3.11 or newer, or name yours: make PYTHON=/path/to/python" >&2; exit 1; }
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "tcplan needs Python 3.11 or newer; '$(PYTHON)' is `"$(PYTHON)" -V 2>&1`." >&2; \
		echo "Name a newer one: make PYTHON=python3.12" >&2; exit 1; }

# What tcplan needs to run, and tcplan itself, built without a network.
.venv/installed: requirements-installer.lock requirements.lock requirements-build.lock pyproject.toml | python
	@echo "Making .venv ..."
	@"$(PYTHON)" -m venv --clear .venv
	@$(BIN)/python $(INSTALL_UV)
	@$(BIN)/python $(UV) sync --require-hashes requirements.lock requirements-build.lock
	@$(BIN)/python $(UV) install --no-index --no-deps --no-build-isolation --editable .
	@touch $@

# What the tests and checks need in addition. The wheelhouse holds the libraries that tcplan needs, so that the tests can
# install its wheel into an empty environment without a network; uv cannot make one.
.venv/development: requirements-dev.lock .venv/installed
	@echo "Adding what the tests and checks need ..."
	@$(BIN)/python $(UV) sync --require-hashes --compile-bytecode requirements-dev.lock
	@$(BIN)/python $(UV) install --no-index --no-deps --no-build-isolation --editable .
	@$(BIN)/python $(PIP) wheel --require-hashes --no-deps -r requirements.lock -w .venv/wheelhouse
	@touch $@

# The tools of others, each from a lock file too. No package script is run, so npm leaves the program without the permission to run.
$(FORMATS)/installed: requirements-installer.lock requirements-formats.lock tests/formats/package.json tests/formats/package-lock.json | python
	@command -v npm >/dev/null || { echo "There is no npm here. Install Node.js 18 or newer." >&2; exit 1; }
	@echo "Making $(FORMATS) ..."
	@"$(PYTHON)" -m venv --clear $(FORMATS)/venv
	@$(FORMATS)/venv/bin/python $(INSTALL_UV)
	@$(FORMATS)/venv/bin/python $(UV) sync --require-hashes requirements-formats.lock
	@cp tests/formats/package.json tests/formats/package-lock.json $(FORMATS)
	@npm ci --prefix $(FORMATS) --ignore-scripts --no-audit --no-fund --loglevel=error
	@chmod u+x $(FORMATS)/node_modules/@microsoft/sarif-multitool-*/Sarif.Multitool
	@touch $@

# check-jsonschema and yamllint as their users install them, in an environment without the libraries of tcplan.
$(PEERS)/installed: requirements-installer.lock requirements-formats.lock | python
	@echo "Making $(PEERS) ..."
	@"$(PYTHON)" -m venv --clear $(PEERS)
	@$(PEERS)/bin/python $(INSTALL_UV)
	@$(PEERS)/bin/python $(UV) sync --require-hashes requirements-formats.lock
	@touch $@

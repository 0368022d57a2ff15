# Two commands: `make site` builds the website into output/, `make test` runs every test.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: site test check coverage lock clean

site: $(VENV)/.site
	$(BIN)/python build.py

test: $(VENV)/.test
	PYTHON=$(BIN)/python sh tests/programs.sh
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m pytest

# How many branches of the package the tests reach; slower than `test`, and fails below 95 %.
coverage: $(VENV)/.test
	PYTHON=$(BIN)/python sh tests/programs.sh
	$(BIN)/python -m pytest --cov

check: $(VENV)/.site
	$(BIN)/python build.py check

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.site: requirements.txt | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	touch $@

$(VENV)/.test: requirements-test.txt | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-test.txt
	touch $@ $(VENV)/.site

# Resolve the pinned names of requirements*.in into hashed locks, without naming any registry. Extras stay in the
# lock: without them pip takes `coverage[toml]` for an unpinned package on the day a newer coverage comes out. What
# the tests bind comes first, so that the site is built with the versions that were tried.
LOCK := $(BIN)/pip-compile --quiet --generate-hashes --no-emit-index-url --no-emit-find-links \
	--no-emit-trusted-host --no-header --no-strip-extras --allow-unsafe
lock: | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check pip-tools==7.6.2
	$(LOCK) -o requirements-test.txt requirements-test.in
	$(LOCK) -c requirements-test.txt -o requirements.txt requirements.in

clean:
	rm -rf output .gongshi-output .coverage

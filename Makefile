# Thin: each line calls one command. `make` alone says what there is.
PYTHON ?= python3
PORT ?= 8000
VENV := .venv
BIN := $(VENV)/bin

.DEFAULT_GOAL := help
.PHONY: help html serve publish import check lint test docs words bench-import bench-publish bench-serve bench-pages screenshots lock clean

help:  ## Say what there is to make
	@sed -n 's/^\([a-z-]*\):.*  ## \(.*\)/make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 24

html: $(VENV)/.installed  ## Build the blog into output/
	@$(BIN)/blog build

serve: $(VENV)/.installed  ## Build, serve on 127.0.0.1 and reload on every save
	@$(BIN)/blog serve --port $(PORT)

publish: $(VENV)/.installed  ## Build with publishconf.py, check, and publish to PUBLISH_TARGET (unset: into output/)
	@$(BIN)/blog publish

import: $(VENV)/.installed  ## Turn captures into posts: make import CAPTURES=path/to/captures
	@$(BIN)/blog import $(CAPTURES)

check: $(VENV)/.installed  ## Check all content, as path:line: message
	@$(BIN)/blog check

lint: $(VENV)/.installed-dev  ## Check the code itself (ruff, mypy)
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy

test: $(VENV)/.installed-dev  ## Run everything that is tested, in a real browser too
	@sh tests/browser/install.sh
	@sh tests/publish/install.sh
	@$(MAKE) --no-print-directory lint
	@$(BIN)/pytest

docs: $(VENV)/.installed  ## Write the pages about the rules of blog check anew, from the rules' own words
	@$(BIN)/python -m plugins.checks.rule_pages

words: $(VENV)/.installed  ## Write the theme's catalogs anew, from the words of its templates
	@$(BIN)/python -m plugins.translations.extraction

bench-import: $(VENV)/.installed-dev  ## Measure how fast captures are imported and in how much memory, beside trafilatura alone
	@$(BIN)/python -m tests.bench.bench_import

bench-publish: $(VENV)/.installed-dev  ## Switch a site under 50,000 requests to nginx and to Caddy, and kill 100 publishes
	@sh tests/publish/install.sh
	@PUBLISH_REQUESTS=50000 PUBLISH_KILLS=100 $(BIN)/pytest -q -k "switched_under_load or kill_at_any_moment" --durations=3 tests/publish

bench-serve: $(VENV)/.installed-dev  ## Measure how long a save takes to reach the browser under blog serve
	@sh tests/browser/install.sh
	@$(BIN)/python -m tests.bench.bench_serve

bench-pages: $(VENV)/.installed-dev  ## Weigh each type of page, as published, and let Lighthouse score it
	@sh tests/browser/install.sh lighthouse
	@$(BIN)/python -m tests.bench.bench_pages

screenshots: $(VENV)/.installed-dev  ## Picture each type of page, narrow and wide, light and dark, in test-artifacts/
	@sh tests/browser/install.sh
	@$(BIN)/python -m tests.bench.screenshots

lock: $(VENV)/.installed-dev  ## Lock the dependencies of pyproject.toml anew, with hashes
	@$(BIN)/uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --quiet --upgrade -o requirements.txt
	@$(BIN)/uv pip compile pyproject.toml --extra dev -c requirements.txt --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --quiet --upgrade -o requirements-dev.txt

clean:  ## Remove what was built (not the environment)
	@rm -rf output build .cache test-artifacts .pytest_cache .mypy_cache .ruff_cache .hypothesis

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "This blog needs Python 3.11 or later; $(PYTHON) is $$($(PYTHON) --version 2>&1). Try: make PYTHON=python3.12 $(MAKECMDGOALS)" >&2; exit 2; }
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); echo "Python could not make an environment. On Debian and Ubuntu: sudo apt-get install python3-venv" >&2; exit 2; }

$(VENV)/.installed: requirements.txt pyproject.toml | $(VENV)/bin/python
	@echo "Installing the locked dependencies into $(VENV) …"
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --require-hashes -r requirements.txt
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --no-build-isolation --no-deps -e .
	@touch $@

$(VENV)/.installed-dev: requirements-dev.txt $(VENV)/.installed
	@echo "Installing what the tests need into $(VENV) …"
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@

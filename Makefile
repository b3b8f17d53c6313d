# make help lists the targets.

VENV ?= .venv
PORT ?= 8000
PYTHON ?= $(shell tools/find_python.sh)
BIN := $(VENV)/bin
PYTEST = $(BIN)/python -m pytest -n 2 --dist worksteal
INSTALLED := $(VENV)/.installed
UV_VENV := $(VENV)/lock
UV_COMPILE := $(UV_VENV)/bin/uv --no-config pip compile --quiet --upgrade --universal --python-version 3.11 \
	--generate-hashes --no-emit-index-url --custom-compile-command "make lock"
PLUGINS_VENV ?= .venv-plugins
PLUGINS_INSTALLED := $(PLUGINS_VENV)/.installed
SPARK_VENV ?= .venv-spark
SPARK_INSTALLED := $(SPARK_VENV)/.installed

# Material prints a long end-of-life banner before every build unless this is set.
export NO_MKDOCS_2_WARNING := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1
# Where it is set, each process of the tests compiles the package and all templates anew.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help serve lint test test-fast test-long test-plugins test-spark test-office test-editors build measure bench screenshots messages judgements lock wheel clean
.DELETE_ON_ERROR:

help:
	@echo "make serve [PORT=8000]  the example atlas in the browser, with live reload"
	@echo "make lint               ruff and mypy"
	@echo "make test-fast          in a minute: lint, types and the tests without browser, processes and fuzzing"
	@echo "make test               lint, types and every test but the long ones"
	@echo "make test-long          fuzzing with many examples, axe on every journey and scheme, and 500 series of edits against clean builds"
	@echo "make test-plugins       our pages beside other plugins and themes, in an environment of its own"
	@echo "make test-spark         the figures of journeys measure on Spark, in an environment of its own; needs Java"
	@echo "make test-office        workbooks, tables and slides in LibreOffice, which it installs as root on Debian"
	@echo "make test-editors       the extension for VS Code, bundled, with a real language server; asks npm"
	@echo "make build              the example atlas as a static site in site/"
	@echo "make measure            the figures of the example atlas from nothing: two years of made-up events in exports/, then journeys measure"
	@echo "make bench              builds, commands, saves and keystrokes measured beside what one would use instead"
	@echo "make wheel              sdist and wheel in dist/"
	@echo "make screenshots        the pictures of README and guide, taken again; ONLY=\"map home\" for some of them"
	@echo "make lock               newest versions into requirements-dev.txt, -plugins.txt and -spark.txt"
	@echo "make messages           every message of code and templates into the catalogues of the languages"
	@echo "make judgements         the page of the guide with the table of judgements on changes, made anew"
	@echo "make clean              remove all that these commands made"

serve: $(INSTALLED)
	$(BIN)/mkdocs serve --livereload --dev-addr 127.0.0.1:$(PORT)

lint: $(INSTALLED)
	$(BIN)/ruff check --no-cache .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

test-fast: lint
	$(PYTEST) -m "not slow and not fuzz and not long and not plugins and not spark and not office"

test: lint
	@tools/ensure_browser.sh
	$(PYTEST)

test-long: $(INSTALLED)
	@tools/ensure_browser.sh
	JOURNEYS_LONG=1 $(PYTEST) -m "fuzz or long"
	$(BIN)/python -m bench.series --series 500 --sites minimal,material,hook,snippets,tags

# PLUGINS="-k glightbox" for one of them.
test-plugins: $(PLUGINS_INSTALLED)
	JOURNEYS_PLUGINS=1 $(PLUGINS_VENV)/bin/python -m pytest -n 2 -m plugins tests/plugins $(PLUGINS)

test-spark: $(SPARK_INSTALLED)
	@tools/ensure_java.sh
	JOURNEYS_SPARK=1 $(SPARK_VENV)/bin/python -m pytest -m spark tests/measure/figures

test-office: $(INSTALLED)
	@tools/ensure_office.sh
	$(BIN)/python -m pytest -m office tests/exports/test_office.py

# Node.js 20 or newer; VS Code itself is not needed.
test-editors: $(INSTALLED)
	cd editors/vscode && npm ci --no-fund --no-audit && JOURNEYS=$(abspath $(BIN))/journeys npm test

build: $(INSTALLED)
	$(BIN)/mkdocs build --strict

measure: $(INSTALLED)
	rm -rf exports
	$(BIN)/python -m tools.event_log exports --formats mixpanel,tables
	$(BIN)/journeys measure

# Figures of 5 and of 50 million events: .venv/bin/python -m bench.measuring.
# BENCH=--quick for a short look at its health; BENCH="--sizes 100,300 --runs 3" and more: see --help.
bench: $(INSTALLED)
	$(BIN)/python -m bench.run $(BENCH)
	$(if $(findstring --quick,$(BENCH)),,$(BIN)/python -m bench.history)

screenshots: $(INSTALLED)
	PYTHONPATH=tests $(BIN)/python tools/screenshots.py $(ONLY)

wheel: $(INSTALLED)
	rm -rf build dist
	$(BIN)/python -m build --no-isolation --outdir dist .

messages: $(INSTALLED)
	$(BIN)/python tools/messages.py

judgements: $(INSTALLED)
	$(BIN)/python -m mkdocs_journeys.diff.severity.page > site_src/guide/judgements.md

lock: $(INSTALLED)
	$(BIN)/python -m venv $(UV_VENV)
	$(UV_VENV)/bin/python -m pip install --quiet uv
	$(UV_COMPILE) --extra dev --output-file requirements-dev.txt pyproject.toml
	PYTHONPATH=tests $(BIN)/python -m plugins.support_rows \
		| $(UV_COMPILE) --output-file requirements-plugins.txt pyproject.toml -
	$(UV_COMPILE) --extra measure --group spark --output-file requirements-spark.txt pyproject.toml
	PYTHONPATH=tests $(BIN)/python -m plugins.support_guide

clean:
	rm -rf $(VENV) $(PLUGINS_VENV) $(SPARK_VENV) build dist site exports *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis .cache

$(INSTALLED): requirements-dev.txt pyproject.toml
	@tools/make_venv.sh "$(PYTHON)" $(VENV)
	$(BIN)/python -m pip install --quiet --require-hashes --requirement requirements-dev.txt
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

$(PLUGINS_INSTALLED): requirements-plugins.txt pyproject.toml
	@tools/make_venv.sh "$(PYTHON)" $(PLUGINS_VENV)
	$(PLUGINS_VENV)/bin/python -m pip install --quiet --require-hashes --requirement requirements-plugins.txt
	$(PLUGINS_VENV)/bin/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

$(SPARK_INSTALLED): requirements-spark.txt pyproject.toml
	@tools/make_venv.sh "$(PYTHON)" $(SPARK_VENV)
	$(SPARK_VENV)/bin/python -m pip install --quiet --require-hashes --requirement requirements-spark.txt
	$(SPARK_VENV)/bin/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

# make run    start the dashboard        make lint   ruff and mypy          make unit    every test but the browser's
# make test   lint, then every test      make browser  journeys in Chromium   make clean   remove all that make made
# make stress  kills each way of writing 200 times (KILLS=n), turns over every block of a store, and has 50 viewers look for
#              five minutes while exports are committed (VIEWERS=n): an hour or less
# make test-postgres  two dashboards and the command line on one log in PostgreSQL, killed at random for a minute (SECONDS=n);
#              it needs the system's PostgreSQL and says so where it is missing
# make docs  writes anew what documents say of the code itself: the table of settings, the list of licences
# make lock  pins what requirements.txt asks for, with all it needs, by digests    make sbom  what it is built of, in build/
# make audit  asks whether vulnerabilities are known of what is pinned
# make bench  how fast it is, as it grows and beside its peers: docs/benchmarks.md, in half an hour on a quiet machine
# make coverage  how much of each module the tests run; fails for one under 90%
#
# The first use makes .venv and installs into it; later uses install only after a requirements file changed.
# Another Python: make PYTHON=python3.12 run

# The servers and commands that tests start, and who starts the dashboard, read compiled modules instead of each compiling.
unexport PYTHONDONTWRITEBYTECODE

PYTHON ?= python3
PY := .venv/bin/python
PIP := $(PY) -m pip install --quiet --disable-pip-version-check --no-input
RUN := .venv/installed-for-run
TOOLS := build/tools/installed
PEERS := build/bench/peers/installed
DEV := .venv/installed-for-tests
UNIT := $(PY) -m pytest -n 2 --ignore=tests/browser tests
BROWSER := $(PY) -m pytest -n 3 -o cache_dir=build/browser-tests tests/browser

OLD_ENOUGH := import sys; sys.exit(sys.version_info < (3, 11))
SOUND := $(shell $(PY) -c 'import pip; $(OLD_ENOUGH)' 2>/dev/null && echo yes)

.PHONY: run test lint unit coverage browser chromium stress bench test-postgres docs lock audit sbom clean venv
KILLS ?= 200
VIEWERS ?= 50
SECONDS ?= 60
.NOTPARALLEL:

run: $(RUN)
	$(PY) -m streamlit run app.py

# The browser's tests wait half the time for what a page still draws: all others run meanwhile, and give way to them.
# What fails there beside the others is run once more, alone: what is wrong fails again, what only came late does not.
test: chromium lint
	@echo "The browser's tests, and beside them every other"
	@mkdir -p build
	@$(BROWSER) >build/browser-tests.log 2>&1 & browser=$$!; nice -n 19 $(UNIT); others=$$?; wait $$browser; seen=$$?; \
	    cat build/browser-tests.log; test $$seen -ne 1 || { $(BROWSER) --last-failed; seen=$$?; }; \
	    test $$others -eq 0 -a $$seen -eq 0

lint: $(DEV)
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m deptry .
	@echo "mypy, and sqlfluff beside it"
	@$(PY) -m sqlfluff lint queries & queries=$$!; $(PY) -m mypy; types=$$?; wait $$queries && exit $$types

unit: $(DEV)
	$(UNIT)

coverage: $(DEV)
	$(PY) -m pytest -n 2 --ignore=tests/browser --cov=jasc_data --cov-report=json:build/coverage.json tests
	$(PY) tests/module_coverage.py build/coverage.json

stress: $(DEV)
	$(PY) -m tests.stress.kills $(KILLS)
	JASC_EXAMPLES=200 $(PY) -m pytest tests/store/test_damage.py
	$(PY) -m tests.stress.viewers $(VIEWERS)

bench: chromium $(PEERS)
	@$(PY) -m benchmarks

test-postgres: $(DEV)
	$(PY) -m tests.postgres.committers $(SECONDS)

docs: $(DEV)
	$(PY) -m maintenance.settings_table
	$(PY) -m maintenance.licences

lock: $(TOOLS)
	build/tools/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate \
	    --custom-compile-command "make lock" requirements.txt --output-file requirements.lock

audit: $(DEV) $(TOOLS)
	@$(PY) -m maintenance.audit build/tools/bin/pip-audit

sbom: $(DEV)
	@$(PY) -m maintenance.bill_of_materials

browser: chromium
	$(BROWSER)

chromium: $(DEV)
	@$(PY) tests/browser/chromium.py install

clean:
	rm -rf .venv build .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# A .venv that is absent, broken or of an older Python is made anew, which drops what was installed.
venv:
	@$(PYTHON) -c '$(OLD_ENOUGH)' 2>/dev/null || { \
	    echo "'$(PYTHON)' is not Python 3.11 or later: install one, or name it, as in: make PYTHON=python3.12 $(MAKECMDGOALS)" >&2; \
	    exit 1; }
	@echo "Making .venv with $$($(PYTHON) --version)"
	@$(PYTHON) -m venv --clear .venv

$(RUN): requirements.lock $(if $(SOUND),,venv)
	@echo "Installing requirements.lock into .venv (a minute or two)"
	@$(PIP) --require-hashes -r requirements.lock
	@touch $@

$(DEV): requirements-dev.txt requirements-postgres.txt requirements.lock $(if $(SOUND),,venv)
	@echo "Installing requirements.lock and requirements-dev.txt into .venv (a minute or two)"
	@$(PIP) --require-hashes -r requirements.lock
	@$(PIP) -r requirements-dev.txt
	@touch $(RUN) $@

$(TOOLS): requirements-tools.txt
	@echo "Installing requirements-tools.txt into build/tools"
	@$(PYTHON) -m venv --clear build/tools
	@build/tools/bin/python -m pip install --quiet --disable-pip-version-check --no-input -r requirements-tools.txt
	@touch $@

# A peer that cannot be had is missing in the document, which says so.
$(PEERS): benchmarks/peers/requirements.txt
	@echo "Installing benchmarks/peers/requirements.txt into build/bench/peers"
	@mkdir -p build/bench
	@$(PYTHON) -m venv --clear build/bench/peers
	@build/bench/peers/bin/python -m pip install --quiet --disable-pip-version-check --no-input \
	    -r benchmarks/peers/requirements.txt && touch $@ || echo "The peers could not be installed: they are left out"

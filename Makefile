# Everything here needs Python 3.11 or later, pip and make; the rest is installed into .venv.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
PIP    := $(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt
SCENE  ?= scenes/the-generals-office.falter
SEED   ?= 7
JOBS   ?= 2

# Where Python 3.13 is: on PATH, or among pyenv's. Empty if this machine has none.
PYTHON313 ?= $(shell python3.13 -c 'import sys; print(sys.executable)' 2>/dev/null || ls -d $(HOME)/.pyenv/versions/3.13*/bin/python 2>/dev/null | tail -n 1)
VENV313   := .venv-313

.PHONY: run test slow check test-313 which-313 bench docs figures clean

run: $(VENV)/.stamp
	@$(BIN)/falter run $(SCENE) --seed $(SEED)
	@echo
	@echo "To go on:  source $(VENV)/bin/activate  and then  falter new evening"

test: $(VENV)/.stamp-dev
	$(BIN)/python -m pytest -n $(JOBS) $(ARGS)

slow: $(VENV)/.stamp-dev
	$(BIN)/python -m pytest -m slow -n $(JOBS) $(ARGS)

check: $(VENV)/.stamp-dev
	$(BIN)/ruff check src tests benchmarks
	$(BIN)/mypy

test-313: $(VENV313)/.stamp-dev
	$(VENV313)/bin/python -m pytest -n $(JOBS) tests/unit tests/golden tests/differential $(ARGS)

which-313:
	@echo $(PYTHON313)

bench: $(VENV)/.stamp-bench
	for file in benchmarks/*.py; do echo "== $$file"; $(BIN)/python "$$file" || exit 1; done

# Reference pages are made from the code; the tests hold them to it.
docs: $(VENV)/.stamp-dev
	$(BIN)/python docs/make_reference.py

# The pictures of the explanation pages, drawn from performances and the engine's own functions.
figures: $(VENV)/.stamp-dev
	$(BIN)/python docs/make_figures.py

clean:
	rm -rf $(VENV) $(VENV313) build dist

$(VENV)/.stamp: pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "falter needs Python 3.11 or later; '$(PYTHON)' is older. Say which one to use: make run PYTHON=/path/to/python3.11" >&2; exit 1; }
	@# Where the system's Python comes without the bundled pip, its own pip fills the environment.
	$(PYTHON) -m venv $(VENV) 2>/dev/null || { \
	  $(PYTHON) -m venv --clear --without-pip $(VENV) && $(PYTHON) -m pip --python $(BIN)/python install --quiet pip; }
	$(PIP) hatchling
	$(PIP) --no-build-isolation --editable .
	touch $@

$(VENV)/.stamp-dev: $(VENV)/.stamp
	$(PIP) --no-build-isolation --editable '.[dev]'
	touch $@

$(VENV)/.stamp-bench: $(VENV)/.stamp-dev
	$(PIP) --no-build-isolation --editable '.[bench]'
	touch $@

$(VENV313)/.stamp-dev: pyproject.toml constraints.txt
	@test -n "$(PYTHON313)" || { echo "no Python 3.13 on this machine" >&2; exit 1; }
	$(PYTHON313) -m venv $(VENV313)
	$(VENV313)/bin/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt hatchling
	$(VENV313)/bin/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --no-build-isolation --editable '.[dev]'
	touch $@

# The two commands of a newcomer are `make chat` and `make test`; the others are for those who work on the code.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

# The tests start the program many times, and compiled once is enough.
export PYTHONDONTWRITEBYTECODE :=

.PHONY: chat test coverage check fuzz bench train clean

chat: $(VENV)/.trained
	@$(BIN)/python bot.py

test: $(VENV)/.installed-dev
	@$(BIN)/python -m pytest -n auto --dist worksteal

# Percent of the lines and branches of what decides, just under what is reached: they only rise. Tracing makes the
# tests take several times as long, so those that measure time are left out.
FLOORS := domain=98 desk=95 understanding=96 conversation=89

coverage: $(VENV)/.installed-dev
	@$(BIN)/python -m pytest -n auto --dist worksteal -m "not timing" --cov --cov-report=
	@for floor in $(FLOORS); do \
		echo "$${floor%=*}: at least $${floor#*=} %"; \
		$(BIN)/coverage report --include="itgov_bot/$${floor%=*}/*" --fail-under="$${floor#*=}" || exit 1; \
	done

check: $(VENV)/.installed-dev
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

# The same properties as in the tests, for some minutes: of a change of what reads, or before a release.
fuzz: $(VENV)/.installed-dev
	@HYPOTHESIS_PROFILE=long $(BIN)/python -m pytest -n auto tests/hostile -m "not timing"

bench: $(VENV)/.installed-dev
	@$(BIN)/python -m bench

train: $(VENV)/.installed
	@$(BIN)/python -m itgov_bot train

# Installing says nothing on stdout, so that `make -s chat` prints only the conversation.
$(VENV)/.installed: pyproject.toml constraints.txt
	@$(PYTHON) -m venv $(VENV) >&2
	@$(BIN)/pip install --quiet --disable-pip-version-check -c constraints.txt -e . >&2
	@touch $@

# The model is trained once here, so that the first answer of a new home does not wait for it.
VOCABULARY := data/catalog.yaml $(wildcard data/vocabulary/*.yaml data/vocabulary/phrases/*.tsv)

$(VENV)/.trained: $(VENV)/.installed $(VOCABULARY)
	@$(BIN)/python -m itgov_bot train --built >&2
	@touch $@

$(VENV)/.installed-dev: $(VENV)/.installed
	@$(BIN)/pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]' >&2
	@touch $@

clean:
	rm -rf $(VENV) build itgov_bot/understanding/built *.egg-info .mypy_cache .ruff_cache .hypothesis .coverage

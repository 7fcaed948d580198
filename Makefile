# Both commands of the README go through `install`, which does all of the set-up.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: install demo test unit benchmark app clean

install: $(VENV)/.installed

$(VENV)/.installed: pyproject.toml packaging/install-system-libraries.sh
	sh packaging/install-system-libraries.sh
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet --editable ".[dev]"
	touch $@

demo: install
	$(BIN)/newsmatch demo

test: install
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest

# What changes most often, in parallel and without the slow tests; `test` runs all of them.
unit: install
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -q -n auto \
		-m "not slow and not model and not faults"

benchmark: install
	$(BIN)/python tests/benchmarks/bench_index.py
	$(BIN)/python tests/benchmarks/bench_search.py
	QT_QPA_PLATFORM=offscreen $(BIN)/python tests/benchmarks/bench_suggest.py
	$(BIN)/python tests/benchmarks/bench_text.py
	$(BIN)/python tests/benchmarks/bench_evaluate.py
	$(BIN)/python tests/benchmarks/bench_training.py
	QT_QPA_PLATFORM=offscreen $(BIN)/python tests/benchmarks/bench_window.py
	QT_QPA_PLATFORM=offscreen $(BIN)/python tests/benchmarks/bench_map.py
	$(BIN)/python tests/benchmarks/bench_session.py

app: install
	$(BIN)/python -m pip install --quiet --editable ".[dev,packaging]"
	$(BIN)/python packaging/build_app.py
	$(BIN)/python packaging/smoke.py dist/newsmatch

clean:
	rm -rf $(VENV) dist build .pytest_cache .ruff_cache .hypothesis

# Everything a person or a CI runs. `make run` and `make test` need only Python 3.11+ and make.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# What `make run` opens; without it, what everyone sees at first: the samples and the tour.
FILE ?=

NAME ?= sudoku-deep
MINUTES ?= 10
DEVICE ?= cpu

.PHONY: run test train monkey looks fuzz limits kills soak lint types translations formats-table film adapted-samples sums device-check bench package package-test release clean

run: $(VENV)/app
	$(BIN)/python -m app $(FILE)

# One process per core, at most four: each loads PyTorch and Qt. `make test JOBS=0` runs all in one, for a debugger.
JOBS ?= auto
test: $(VENV)/dev
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -n $(JOBS) --maxprocesses 4 --dist worksteal $(ARGS)

# Many random actions at the window; what it prints on failure names the seed to see it again with.
SEED ?= $(shell date +%s)
MONKEY ?= 10000
monkey: $(VENV)/dev
	PONDER_MONKEY_SEED=$(SEED) PONDER_MONKEY_ACTIONS=$(MONKEY) QT_QPA_PLATFORM=offscreen \
		$(BIN)/python -m pytest tests/end_to_end/test_monkey.py $(ARGS)

# Very many damaged files through every reader; prints its seed, and `make fuzz SEED=…` repeats it.
FUZZ ?= 100000
fuzz: $(VENV)/dev
	$(BIN)/python -m tests.robustness --files $(FUZZ) --seed $(SEED) $(ARGS)

# What inputs that are made to be costly take of time and memory.
limits: $(VENV)/dev
	$(BIN)/python -m tests.robustness.limits $(ARGS)

# Kill −9 at random moments of everything that writes, 200 times each.
kills: $(VENV)/dev
	$(BIN)/python -m tests.robustness.kills --seed $(SEED) $(ARGS)

# A thousand solves in one window, whose memory, threads and files must not grow.
soak: $(VENV)/dev
	$(BIN)/python -m tests.robustness.soak $(ARGS)

# Pictures of every state and dialog in each size, theme and language, in build/looks, and what is cut off or overlaps.
looks: $(VENV)/dev
	$(BIN)/python -m tests.looks $(ARGS)

lint: $(VENV)/dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/dev
	$(BIN)/mypy

# After strings have changed: what is new in them waits, marked unfinished, for a translator.
formats-table: $(VENV)/dev
	$(BIN)/python -m solver.formats.table README.md

translations: $(VENV)/dev
	$(BIN)/python packaging/translations.py

# After the window or a network has changed: the films in the README.
film: $(VENV)/dev
	$(BIN)/python packaging/film.py
	$(BIN)/python packaging/film_mazes.py

# After another ARC base was bundled: networks fitted from it to the samples that ship with one; minutes.
adapted-samples: $(VENV)/dev
	$(BIN)/python packaging/adapted_samples.py

# Train a network for some minutes, from its newest state in runs/, or from random weights where there is none:
# `make train NAME=sudoku-deep MINUTES=10 DEVICE=cuda`; docs/training.md tells the rest.
train: $(VENV)/dev
	$(BIN)/python -m solver train $(NAME) --minutes $(MINUTES) --device $(DEVICE) $(ARGS)

# After a bundled checkpoint has changed: the sums by which a damaged one is noticed.
sums: $(VENV)/dev
	$(BIN)/python -c "from solver.model.integrity import write_sums; write_sums()"

# Whether a device (cpu, cuda, mps) computes what the CPU does, and how fast; a minute, without a window.
device-check: $(VENV)/app
	$(BIN)/python -m solver device-check --device $(DEVICE) $(ARGS)

# PONDER_BASE=FOLDER compares a fit's steps a second with those of another checkout.
bench: $(VENV)/dev
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.benchmarks $(ARGS)

package: $(VENV)/package
	$(BIN)/python packaging/build.py

package-test: $(VENV)/package
	$(BIN)/python packaging/package_test.py

# What people download: the archive, on Linux the .deb, and their sums.
release: $(VENV)/package
	$(BIN)/python packaging/release.py

clean:
	rm -rf $(VENV) build dist

# One environment; each mark says which of its parts are installed.
$(VENV)/bin/python:
	./packaging/system_libraries.sh
	$(PYTHON) -m venv $(VENV)

$(VENV)/app: $(VENV)/bin/python pyproject.toml constraints.txt
	@$(BIN)/python -c "import torch" 2>/dev/null || ./packaging/download_notice.sh
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e .
	touch $@

$(VENV)/dev: $(VENV)/bin/python pyproject.toml constraints.txt
	@$(BIN)/python -c "import torch" 2>/dev/null || ./packaging/download_notice.sh
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e ".[dev,train]"
	touch $@

$(VENV)/package: $(VENV)/bin/python pyproject.toml constraints.txt packaging/debian-packages-to-build.txt
	./packaging/system_libraries.sh packaging/debian-packages-to-build.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e ".[package]"
	touch $@

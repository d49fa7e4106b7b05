# Le ricette stanno in tools/, che usa solo la libreria di Python: qui ci sono i nomi.
PYTHON ?= python3
TOOLS = $(PYTHON) -m tools

.DEFAULT_GOAL := help
.PHONY: help run stop reset install test drill bench check format lock drawing pictures

help: ## Questo elenco
	@awk 'BEGIN { FS = ":.*## " } /^##@/ { printf "\n%s\n", substr($$0, 5) } /^[a-z]+:.*## / { printf "  make %-9s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)
	@echo

##@ Usare
run: ## Accende tutto: librerie, database, distretto dimostrativo, pagine (PORT, HOST, INTRECCIO_HOME)
	@$(TOOLS) run
stop: ## Spegne da un altro terminale, o dopo un arresto brusco
	@$(TOOLS) stop
reset: ## Cancella tutti i dati, dopo averlo chiesto (YES=1 senza terminale)
	@$(TOOLS) reset

##@ Provare
test: ## Installa quel che serve e prova tutto (PYTEST="-k parola" per scegliere)
	@$(TOOLS) test
drill: ## Interruzioni, gare e mondi a caso, a misura intera (DRILL=short più breve)
	@$(TOOLS) drill
check: ## Formato, regole, tipi, contratti, migrazioni, vulnerabilità
	@$(TOOLS) check
bench: ## Misura la velocità con 100.000 famiglie
	@$(TOOLS) bench

##@ Lavorare
install: ## Ambiente per lavorare, senza accendere niente
	@$(TOOLS) install
format: install ## Mette in ordine il codice
	@.venv/bin/ruff check --fix-only --quiet . ; .venv/bin/ruff format --quiet .
lock: ## Ricalcola gli elenchi bloccati da pyproject.toml e package.json
	@$(TOOLS) lock
drawing: install ## Ridisegna la casa in docs/architecture.md
	@.venv/bin/python -m tools.drawing
pictures: install ## Rifà le fotografie di README e manuale dal distretto dimostrativo (docs/pictures)
	@.venv/bin/python -m tools.pictures

# Portal Dukcapil. "make help" lists what there is.
SHELL := /bin/bash
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

PORT ?= 8080
MANAGEMENT_PORT ?= $(shell echo $$(($(PORT) + 1)))
PORTAL_HOME ?= $(CURDIR)/.portal
MVN ?= mvn -B -ntp -q
# Says what it does, for the reports of the tests
TELLING_MVN = $(filter-out -q,$(MVN))

# The newest JDK of at least 25: JAVA_HOME first, then the usual folders.
JDK := $(shell for home in "$$JAVA_HOME" $$(ls -d /usr/lib/jvm/* /Library/Java/JavaVirtualMachines/*/Contents/Home 2>/dev/null | sort -rV); do \
  [ -n "$$home" ] && [ -x "$$home/bin/javac" ] || continue; \
  v=$$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$$home/release" 2>/dev/null); \
  [ "$${v:-0}" -ge 25 ] && { echo "$$home"; break; }; done)
# A browser for the journeys: CHROMIUM first, then what is installed.
CHROMIUM ?= $(shell command -v chromium || command -v google-chrome || command -v google-chrome-stable)
export JAVA_HOME := $(JDK)
export PORT MANAGEMENT_PORT PORTAL_HOME CHROMIUM

JAVA := "$(JDK)/bin/java" -Xmx1g -XX:+UseSerialGC -XX:MetaspaceSize=256m --enable-native-access=ALL-UNNAMED -Djava.awt.headless=true
PORTAL := id.dukcapil.portal.PortalApplication
# Ctrl-C is the way out and no failure: Java stops its database and answers 130
QUIETLY = status=$$?; case $$status in 130|143) exit 0;; *) exit $$status;; esac

SOURCES := $(shell find src/main frontend reports pom.xml -type f -not -path 'src/main/frontend/*' -not -path 'src/main/bundles/*' 2>/dev/null)

.PHONY: help run run-clean backup restore dev test bench package format clean jdk chromium

help: ## Show this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | awk -F'\t' '{printf "  make %-10s %s\n", $$1, $$2}'
	@echo
	@echo "  PORT (8080), MANAGEMENT_PORT (PORT + 1) and PORTAL_HOME (.portal) may be set, for instance: make run PORT=9000"

run: target/classpath.txt ## Build what is missing and start the portal with demonstration data on http://localhost:8080
	@trap : INT; $(JAVA) -Dspring.profiles.active=demo -cp "target/classes:$$(cat target/classpath.txt)" $(PORTAL); $(QUIETLY)

run-clean: ## Like run, but start over with fresh demonstration data
	@rm -rf "$(PORTAL_HOME)"
	@$(MAKE) --no-print-directory run

backup: target/classpath.txt ## Back up the database and documents of "make run" while it runs or not: make backup DIR=/folder
	@$(JAVA) -Dspring.profiles.active=demo -cp "target/classes:$$(cat target/classpath.txt)" $(PORTAL) backup "$(DIR)"

restore: target/classpath.txt ## Restore a backup into an empty PORTAL_HOME: make restore FROM=/folder/2026-11-21T183000Z PORTAL_HOME=/new
	@$(JAVA) -Dspring.profiles.active=demo -cp "target/classes:$$(cat target/classpath.txt)" $(PORTAL) restore "$(FROM)"

# What a change needs: frontend/ a reload in the browser, src/main and reports/ nothing (the portal restarts by itself).
# The sources come first on the class path, as links, so nothing has to be copied to be seen.
dev: target/classpath-dev.txt ## Like run, and take over changes while it runs
	@mkdir -p target/dev/META-INF && ln -sfn "$(CURDIR)/frontend" target/dev/META-INF/resources && ln -sfn "$(CURDIR)/reports" target/dev/reports
	@touch target/dev/.changed
	@trap : INT; \
	( trap 'exit 0' INT TERM; while sleep 1; do \
	    changed="$$(find src/main reports -newer target/dev/.changed -type f -print -quit)"; [ -n "$$changed" ] || continue; \
	    touch target/dev/.seen; echo "Berubah: $$changed"; \
	    $(MVN) compile || true; touch -r target/dev/.seen target/dev/.changed; \
	  done ) & watcher=$$!; \
	$(JAVA) -Dspring.profiles.active=demo -Dspring.devtools.restart.trigger-file=.changed -Dspring.devtools.livereload.enabled=false \
	  -cp "target/dev:target/classes:$$(cat target/classpath-dev.txt)" $(PORTAL); status=$$?; kill $$watcher 2>/dev/null; (exit $$status); $(QUIETLY)

test: jdk chromium ## Check everything that CI checks: format, static analysis, all tests, journeys in a browser
	@$(TELLING_MVN) spotless:check verify

bench: jdk $(if $(filter-out ColdStartBench,$(ONLY)),,package) ## Measure what the portal promises; every measurement prints one line that begins with BENCH (QUICK=1: the small sizes, ONLY=InboxBench: one)
	@$(MVN) test -Dtest='$(or $(ONLY),*Bench)' $(if $(QUICK),-Dbench.quick=true)

package: jdk ## Build the one file that runs anywhere: target/portal-dukcapil.jar
	@$(MVN) package -Dmaven.test.skip=true
	@echo "target/portal-dukcapil.jar siap: java -jar target/portal-dukcapil.jar"

format: jdk ## Format all sources
	@$(MVN) spotless:apply

clean: ## Remove what was built; the data in PORTAL_HOME stays
	@rm -rf target

target/classpath.txt: $(SOURCES) | jdk
	@echo "Membangun portal …"
	@$(MVN) process-classes
	@touch $@

target/classpath-dev.txt: target/classpath.txt
	@$(MVN) dependency:build-classpath@runtime-classpath -Pdev
	@touch $@

jdk:
	@if [ -z "$(JDK)" ]; then \
	  echo "JDK 25 atau lebih baru tidak ditemukan. Pasang Temurin 25 (paket temurin-25-jdk) atau setel JAVA_HOME." >&2; exit 1; fi

chromium:
ifeq ($(strip $(CHROMIUM)),)
	@if [ "$$(id -u)" = 0 ]; then sudo=; else sudo="sudo -n"; fi; \
	if command -v apt-get >/dev/null && $$sudo true 2>/dev/null; then \
	  echo "Memasang Chromium …"; export DEBIAN_FRONTEND=noninteractive; \
	  $$sudo apt-get -qq update && $$sudo apt-get -qq install -y --no-install-recommends chromium >/dev/null; \
	fi; \
	command -v chromium >/dev/null || { \
	  echo "Chromium tidak ditemukan. Pasang dengan \"sudo apt-get install chromium\" atau setel CHROMIUM ke berkas programnya." >&2; exit 1; }
endif

# Portal Dukcapil. "make help" lists what there is.
SHELL := /bin/bash
.DEFAULT_GOAL := help

PORT ?= 8080
MANAGEMENT_PORT ?= $(shell echo $$(($(PORT) + 1)))
PORTAL_HOME ?= $(CURDIR)/.portal
MVN ?= mvn -B -ntp -q

# The newest JDK of at least 25: JAVA_HOME first, then the usual folders.
JDK := $(shell for home in "$$JAVA_HOME" $$(ls -d /usr/lib/jvm/* /Library/Java/JavaVirtualMachines/*/Contents/Home 2>/dev/null | sort -rV); do \
  [ -n "$$home" ] && [ -x "$$home/bin/javac" ] || continue; \
  v=$$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$$home/release" 2>/dev/null); \
  [ "$${v:-0}" -ge 25 ] && { echo "$$home"; break; }; done)
export JAVA_HOME := $(JDK)
export PORT MANAGEMENT_PORT PORTAL_HOME

RUN_OPTS := -Xmx1g -XX:+UseSerialGC -XX:TieredStopAtLevel=4 --enable-native-access=ALL-UNNAMED -Djava.awt.headless=true

.PHONY: help run run-clean dev test package bench format jdk

help: ## Show this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | awk -F'\t' '{printf "  make %-10s %s\n", $$1, $$2}'

jdk:
	@if [ -z "$(JDK)" ]; then echo "JDK 25 atau lebih baru tidak ditemukan. Pasang Temurin 25 (paket temurin-25-jdk) atau setel JAVA_HOME." >&2; exit 1; fi

SOURCES := $(shell find src/main frontend reports pom.xml -type f -not -path 'src/main/frontend/*' -not -path 'src/main/bundles/*' 2>/dev/null)

target/classpath.txt: $(SOURCES) | jdk
	@echo "Membangun portal …"
	@$(MVN) process-classes dependency:build-classpath -Dmdep.outputFile=target/classpath.new -Dmdep.includeScope=runtime
	@mv target/classpath.new $@

run: target/classpath.txt ## Build what is missing and start the portal with demonstration data on http://localhost:8080
	@exec "$(JDK)/bin/java" $(RUN_OPTS) -Dspring.profiles.active=demo -cp "target/classes:$$(cat target/classpath.txt)" id.dukcapil.portal.PortalApplication

run-clean: ## Like run, but start over with fresh demonstration data
	@rm -rf "$(PORTAL_HOME)"
	@$(MAKE) --no-print-directory run

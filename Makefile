# Two commands are all: `make run` and `make test`. Both install what is missing and may be run again at any time.

.PHONY: run test build bench format clean
.DEFAULT_GOAL := run

PORT ?= 8080
DATA ?= data

# Builds, makes the sample branch if there is none, and serves it on http://127.0.0.1:8080
run: build
	@test -e "$(DATA)/books.sqlite" || .build/release/naungan demo --data "$(DATA)"
	@exec .build/release/naungan serve --data "$(DATA)" --port $(PORT)

build:
	@Setup/install run
	swift build -c release --product naungan

# The whole suite: both database engines, a real browser, style and law
test:
	@Setup/install test
	@Setup/test

format:
	swift format --in-place --parallel --recursive Package.swift Sources Tests Benchmarks

bench:
	@Setup/install test
	$(MAKE) -C Benchmarks

clean:
	swift package clean

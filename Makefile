# Main targets: "make serve" and "make test". "make help" lists all.

SHELL := bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.NOTPARALLEL:
.DELETE_ON_ERROR:

PORT ?= 8080
RUNS ?= 1

# Tools installed by .ci/tools.sh take precedence. SITE_URL is the public URL, for canonical links; optional.
export PATH := $(CURDIR)/.tools/bin:$(PATH)
ifdef SITE_URL
export SITE_URL
endif

# Removes local paths from panic locations, so that the Wasm is the same on every machine. Exported for all targets,
# because cargo recompiles on a change of flags.
export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS = $(shell .ci/remap-path-prefix.sh)

# Trunk rejects the common NO_COLOR=1 and accepts NO_COLOR=true.
TRUNK := env -u NO_COLOR $(if $(NO_COLOR),NO_COLOR=true) trunk

NODE_TEST := node --test --test-timeout=900000 --test-reporter=spec

# Tests of the pages for a debug build, in which Yew panics on duplicate keys and Rust on integer overflow.
DEBUG_TESTS := app-mount deletion editions field-focus history incident matrix-navigation plan-finder power-off slider stack

# Tests of the pages for WebKit, the engine of Safari: what engines do in their own way, such as times and languages, focus and
# copying, frames and their policies, and pages that others change.
WEBKIT_TESTS := app-mount at-a-glance app-off clipboard editions foreign-changes frame incident incident-time index-chart locale matrix-navigation reports share stack

.PHONY: help serve dev build test bench lighthouse update-golden setup setup-test fmt fmt-check lint test-native doc test-browser test-webkit test-debug test-embeds test-restore clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-13s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

serve: build ## build the release site and serve it at http://127.0.0.1:8080/ (PORT= changes the port)
	@exec node tests/web/serve.mjs --dir dist --port '$(PORT)'

dev: setup ## serve a debug build with live reload (PORT= too)
	@echo '==> Compiling the site for development: about 1 minute the first time, then seconds.'
	@exec $(TRUNK) serve --address 127.0.0.1 --port '$(PORT)'

build: setup ## build the release site into dist/ and check its size budgets
	@echo '==> Building the release site into dist/: about 2 minutes the first time.'
	@$(TRUNK) build --release
	@cargo run --quiet --features site --bin build-site -- sizes dist

test: setup-test fmt-check lint test-native doc build test-browser test-webkit test-debug test-embeds test-restore ## run all checks and tests

bench: setup-test build ## measure page load and navigation against a plain JavaScript page (2 minutes)
	@echo '==> Loading both pages repeatedly in Chromium: about 2 minutes.'
	@node tests/bench/bench.mjs

lighthouse: setup-test ## print the Lighthouse scores of dist/, for the index and an answer (1 minute; RUNS= repeats)
	@test -f .tools/lighthouse/node_modules/lighthouse/package.json || { echo '==> Installing Lighthouse into .tools/: 185 MB.'; \
	  npm install --silent --no-save --prefix .tools/lighthouse lighthouse@12.8.2; }
	@LIGHTHOUSE_MODULES=.tools/lighthouse/node_modules node tests/web/lighthouse.mjs --dir dist --runs '$(RUNS)'

update-golden: ## update the golden files of the tests; review the diff before you commit
	UPDATE_GOLDEN=1 cargo test --all-features

setup: ## install the build tools, into .tools/ if the machine lacks them
	@.ci/tools.sh
	@cargo fetch --quiet --locked --target wasm32-unknown-unknown

setup-test: setup ## install what the browser tests need (browsers as Debian packages, if root)
	@.ci/test-tools.sh

fmt: ## format the Rust code
	@cargo fmt

fmt-check: ## check the format of the Rust code
	@echo '==> Checking the format.'
	@cargo fmt --check

lint: setup ## run clippy, native and for Wasm, warnings denied
	@echo '==> Clippy, native and for Wasm: about 2 minutes the first time.'
	@cargo clippy --quiet --all-targets --all-features -- -D warnings
	@cargo clippy --quiet --target wasm32-unknown-unknown --features csr --lib --bin backup-calculator -- -D warnings

test-native: ## run the native tests
	@echo '==> Native tests: about 2 minutes to compile the first time, then seconds.'
	@cargo test --all-features

doc: ## build the documentation into target/doc, warnings denied
	@echo '==> Building the documentation: about 1 minute the first time.'
	@RUSTDOCFLAGS='-D warnings' cargo doc --quiet --no-deps --all-features

test-browser: setup-test ## test dist/ in Chromium and Firefox (BROWSERS=chromium: only there)
	@echo '==> Browser tests in Chromium and Firefox: about 30 minutes on 2 cores.'
	@$(NODE_TEST) tests/pages/*.test.mjs

test-webkit: setup-test ## run a part of the browser tests in WebKitGTK; skipped where only root could install it
	@echo '==> Browser tests in WebKit: about 10 minutes.'
	@BROWSERS=webkit $(NODE_TEST) --test-concurrency=1 $(WEBKIT_TESTS:%=tests/pages/%.test.mjs)

test-debug: setup-test ## test a debug build, in which Yew panics on duplicate keys, in Chromium
	@echo '==> Building the site for debugging: about 1 minute the first time, then seconds.'
	@$(TRUNK) build --dist target/dist-debug
	@echo '==> Testing the debug build in Chromium: about 4 minutes.'
	@DIST=target/dist-debug BROWSERS=chromium $(NODE_TEST) $(DEBUG_TESTS:%=tests/pages/%.test.mjs)

test-embeds: setup-test ## test dist/ embedded in Docusaurus and Sphinx sites
	@.ci/test-embeds.sh
	@echo '==> Building and testing a Docusaurus and a Sphinx site that embed the calculator: about 2 minutes.'
	@$(NODE_TEST) tests/embeds/*.test.mjs

test-restore: ## run the restore commands of the pages with the platform's client against a stub
	@echo '==> Running the restore commands with the client: some seconds.'
	@.ci/test-restore.sh

clean: ## remove build output (not .tools/ and node_modules/)
	@cargo clean --quiet
	@rm -rf dist

# The two commands of this project are "make serve" and "make test"; "make help" lists the others.

SHELL := bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.NOTPARALLEL:
.DELETE_ON_ERROR:

PORT ?= 8080

# Tools that .ci/tools.sh installed come first; SITE_URL (the public address, for canonical links) is passed on if set.
export PATH := $(CURDIR)/.tools/bin:$(PATH)
ifdef SITE_URL
export SITE_URL
endif

# Panics name the source file they come from. For a package that is a path on this machine, and the name of the registry
# it came from: left out, so that the same sources give the same Wasm anywhere. Every target says so, since what is
# compiled with other flags is not used again.
export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS = $(shell .ci/remap.sh)

# A release brings a standard library of its own, compiled like the rest for size and without the texts of panics: 12 KB
# less for each visitor (brotli). That cargo and rustc still call this unstable is why one version of Rust is pinned.
SMALL_STD := RUSTC_BOOTSTRAP=1 CARGO_UNSTABLE_BUILD_STD=std,panic_abort \
	CARGO_UNSTABLE_BUILD_STD_FEATURES=optimize_for_size
# The stack is 64 KB instead of 1 MB, since what lies behind it has shorter addresses then; a page test sees that less
# than half of it is used, and going past its end traps.
SMALL_FLAGS := -Zunstable-options -Cpanic=immediate-abort -Clink-arg=-zstack-size=65536
# Two of LLVM's passes copy code to make loops and branches faster, and are left out: 1.2 KB.
SMALL_FLAGS += -Cllvm-args=-enable-pre=false -Cllvm-args=-disable-lsr

# Trunk takes NO_COLOR=1, which many people set, for an error, and understands NO_COLOR=true.
UNCOLOURED := env -u NO_COLOR $(if $(NO_COLOR),NO_COLOR=true)
TRUNK := $(UNCOLOURED) trunk

.PHONY: help serve dev build test bench golden tools test-tools fmt lint unit docs pages test-embeds clean

help: ## list these targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-11s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

serve: build ## install what is missing, build, and serve the site at http://127.0.0.1:8080/ (PORT= changes it)
	@exec node tests/web/serve.mjs --dir dist --port '$(PORT)'

dev: tools ## serve a debug build that follows every change of a file (PORT= too)
	@echo '==> Compiling the site for development: usually 1 minute at first, seconds afterwards.'
	@exec $(TRUNK) serve --address 127.0.0.1 --port '$(PORT)'

build: tools ## write the release site to dist/ and print its sizes, failing when one is over its budget
	@echo '==> Building the release site into dist/: usually 2 minutes at first.'
	@$(UNCOLOURED) $(SMALL_STD) \
		CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="$$CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS $(SMALL_FLAGS)" \
		trunk build --release
	@cargo run --quiet --features site --bin site -- sizes dist

test: test-tools fmt lint unit docs build pages test-embeds ## install what the tests need, then run everything

bench: test-tools build ## measure loading and selecting beside a plain JavaScript page (2 minutes)
	@echo '==> Loading the site and the plain page several times in Chromium: usually 2 minutes.'
	@node tests/bench/bench.mjs

golden: ## write the golden files of the tests anew; look at the difference before you commit it
	UPDATE_GOLDEN=1 cargo test --all-features

tools: ## install what building needs, into .tools/ where the machine lacks it
	@.ci/tools.sh
	@cargo fetch --quiet --locked --target wasm32-unknown-unknown

test-tools: tools ## install what the page tests need (browsers from Debian's packages, when root)
	@.ci/test-tools.sh

fmt: ## only the check of the format
	@echo '==> Checking the format.'
	@cargo fmt --check

lint: tools ## only clippy, warnings denied, native and for the browser
	@echo '==> Clippy, native and for the browser: usually 2 minutes at first.'
	@cargo clippy --quiet --all-targets --all-features -- -D warnings
	@cargo clippy --quiet --target wasm32-unknown-unknown --features csr --lib --bin backup-calculator -- -D warnings

unit: ## only the native tests
	@echo '==> The native tests: compiling them usually takes 2 minutes at first, running them seconds.'
	@cargo test --all-features

docs: ## only the documentation, warnings denied (written to target/doc)
	@echo '==> Writing the documentation: usually 1 minute at first.'
	@RUSTDOCFLAGS='-D warnings' cargo doc --quiet --no-deps --all-features

pages: test-tools ## only the tests in Chromium and Firefox, of the site as it stands in dist/
	@echo '==> The page tests in Chromium and Firefox: usually 3 minutes.'
	@node --test --test-timeout=900000 --test-reporter=spec tests/pages/*.test.mjs

test-embeds: test-tools ## only the tests in real Docusaurus and Sphinx sites, of the site as it stands in dist/
	@.ci/test-embeds.sh
	@echo '==> Building a Docusaurus and a Sphinx site that show the calculator, and testing them: usually 2 minutes.'
	@node --test --test-timeout=900000 --test-reporter=spec tests/embeds/*.test.mjs

clean: ## remove what was built (the tools in .tools/ and node_modules/ stay)
	@cargo clean --quiet
	@rm -rf dist

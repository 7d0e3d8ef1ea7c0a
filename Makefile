# Jejaring: make run opens the window, make test tries everything that needs neither display nor server.
# Each target installs what it lacks through the system's package manager (.ci/need).

GO     ?= go
WINDOW  = gcc libc6-dev pkg-config libgl1-mesa-dev xorg-dev
SERVER  = dovecot-imapd qpdf poppler-utils dbus-daemon
SCREEN  = xvfb xdotool
# ci takes Fyne's driver without graphics, so that no C compiler is needed.
TRY     = env -u LC_ALL LANG=en_US.UTF-8 $(GO) test
PLAIN   = CGO_ENABLED=0 $(TRY) -tags ci
PLAINLY = CGO_ENABLED=0 LC_ALL= LANG=en_US.UTF-8 GO="$(GO)"
CLOCKS  = 2027-11-21T02:00:00Z 2028-02-28T17:30:00Z
# Code without goroutines of its own, most of it made by a machine, which the race detector only makes slow (CONTRIBUTING.md).
UNRACED = -gcflags='modernc.org/...=-race=false' -gcflags='github.com/tetratelabs/wazero/...=-race=false' -gcflags='github.com/jung-kurt/gofpdf=-race=false'

# What the race detector takes of the packages that are mostly one goroutine: what works beside another, comes late or is
# interrupted. The rest would walk through the same code by one goroutine, and take three to five times as long there.
RACED    = -run 'Sync|Midnight|Watch|Copies|Rescue|Moved|Clos|Busy|AtOnce|Claim|Lock|Unread|Leak|Keys|Home|Window|Opening|TestPaper|Pick|Search|Mail|Marks|Cursor|TestLeave|Language|Suspend'
# It takes the others whole, but for long tests of one goroutine. Records, papers and words have none that could race.
RACING   = ./model/file ./model/mail/... ./model/page ./model/secret ./ui/register ./ui/task ./ui/settings ./ui/look
ALONE    = -skip 'TestParse_HTMLCosts|TestParse_WhatIsInsideCosts'

# A test lives shortly: it may leave more memory lying than a program that stays open, and needs a third less work for it.
test clocks race integration e2e: export GOGC = 400

# Where the day counts.
DATED    = ./model/... ./cmd/... ./ui/...

.PHONY: help run test clocks race integration e2e fuzz bench lint build clean

help:
	@echo "make run          the window"
	@echo "make test         all tests that need neither display nor server"
	@echo "make clocks       the same tests a year later, and at 00.30 on 29 February"
	@echo "make race         the same under the race detector"
	@echo "make integration  with a real mail server, PDF readers, and kills at random moments"
	@echo "make e2e          the real program in a real window, on a display of its own"
	@echo "make fuzz         random inputs for every fuzz target, a minute each (FUZZTIME=10s)"
	@echo "make bench        speed, beside the floor of the same run"
	@echo "make lint         gofmt, vet for Linux and Windows, staticcheck"
	@echo "make build        the program as it is given away, in dist/release"
	@echo "make package      .deb, tar.gz and the setup for Windows, in dist/package (package-deb, package-tar, package-windows alone)"
	@echo "make clean        removes dist"

run:
	@.ci/display
	@.ci/need go certificates $(WINDOW)
	CGO_ENABLED=1 $(GO) build -buildvcs=false -tags x11 -ldflags "$$(.ci/version --link)" -o dist/jejaring ./cmd/jejaring
	dist/jejaring

test:
	@.ci/need go certificates poppler-utils
	@$(PLAINLY) .ci/test -tags ci ./...

# The same tests with other clocks: a year on, and half an hour after midnight (WIB) of 29 February.
clocks:
	@.ci/need go certificates poppler-utils
	@for at in $(CLOCKS); do echo "clock $$at"; JEJARING_TEST_CLOCK=$$at $(PLAINLY) .ci/test -tags ci $(DATED) || exit 1; done

race:
	@.ci/need go certificates gcc libc6-dev
	CGO_ENABLED=1 $(TRY) -race $(UNRACED) $(ALONE) -tags ci $(RACING)
	CGO_ENABLED=1 $(TRY) -race $(UNRACED) $(RACED) -timeout 25m -tags ci ./model/store/... ./cmd/... ./ui ./ui/form

integration:
	@.ci/need go certificates $(SERVER)
	$(PLAIN),integration -count=1 -run "$$(.ci/tagged integration model cmd)" ./model/... ./cmd/...

e2e:
	@.ci/need go certificates $(WINDOW) $(SCREEN)
	CGO_ENABLED=1 $(GO) build -buildvcs=false -tags x11 -o dist/jejaring ./cmd/jejaring
	$(PLAIN),e2e -count=1 -timeout 30m -v -run "$$(.ci/tagged e2e cmd)" ./cmd/jejaring

fuzz:
	@.ci/need go certificates
	@$(PLAINLY) .ci/fuzz

bench:
	@.ci/need go certificates $(WINDOW) $(SERVER) $(SCREEN)
	CGO_ENABLED=1 $(GO) build -buildvcs=false -tags x11 -o dist/jejaring ./cmd/jejaring
	$(PLAIN),integration,e2e -timeout 30m -run '^$$' -bench . -benchmem $$(grep -rl '^func Benchmark' --include='*_test.go' . | xargs -n1 dirname | sort -u)

lint:
	@.ci/need go certificates
	@bad=$$(gofmt -l cmd ui model assets translations); if [ -n "$$bad" ]; then echo "gofmt has something to change in:"; echo "$$bad"; exit 1; fi
	CGO_ENABLED=0 $(GO) vet -tags ci,integration,e2e ./...
	CGO_ENABLED=0 GOOS=windows $(GO) vet -tags ci ./...
	CGO_ENABLED=0 $(GO) build -C .ci -buildvcs=false -o ../dist/staticcheck honnef.co/go/tools/cmd/staticcheck
	CGO_ENABLED=0 dist/staticcheck -tags ci,integration,e2e ./...

build:
	@.ci/need go certificates $(WINDOW)
	CGO_ENABLED=1 $(GO) build -buildvcs=false -trimpath -buildmode=pie -tags x11,migrated_fynedo,release -ldflags "-s -w $$(.ci/version --link)" -o dist/release/jejaring ./cmd/jejaring
	.ci/licences > dist/release/LICENCES.txt

clean:
	rm -rf dist

include .ci/package.mk

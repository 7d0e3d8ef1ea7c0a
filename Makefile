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

# Long tests of one goroutine, in which nothing can race: a quarter of the time of all.
ALONE    = -skip 'TestConditions_|TestFrozen_WhatIsFree|Test(Referral|Training)_RandomPaths|TestCheck_FindsEveryFlip|TestCheck_NamesTheRecord|TestForm_ATextTakesAtMost|TestParse_HTMLCosts|TestParse_WhatIsInsideCosts'

# Of the window under the race detector: what works beside it, comes late or is interrupted. The rest walks through the same
# code by one goroutine, and takes five times as long there.
RACED    = -run 'Sync|Midnight|Watch|Copies|Rescue|Moved|Clos|Busy|Home|Window|Opening|Paper|Pick|Search|Mail|Cursor|Leave|Language|Keys|Suspend'

# Records, papers and words have no goroutine, and nothing of theirs can race: their packages are left out.
RACING   = ./model/file ./model/mail/... ./model/page ./model/secret ./model/store/... ./ui/register ./ui/task ./ui/settings ./ui/look ./cmd/...

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
	@for at in $(CLOCKS); do echo "clock $$at"; JEJARING_TEST_CLOCK=$$at $(PLAINLY) .ci/test -tags ci ./model/... ./cmd/... ./ui/... || exit 1; done

race:
	@.ci/need go certificates gcc libc6-dev
	CGO_ENABLED=1 $(TRY) -race $(UNRACED) $(ALONE) -timeout 25m -tags ci $(RACING)
	CGO_ENABLED=1 $(TRY) -race $(UNRACED) $(RACED) -timeout 25m -tags ci ./ui ./ui/form

integration:
	@.ci/need go certificates $(SERVER)
	$(PLAIN),integration -count=1 ./model/... ./cmd/...

e2e:
	@.ci/need go certificates $(WINDOW) $(SCREEN)
	CGO_ENABLED=1 $(GO) build -buildvcs=false -tags x11 -o dist/jejaring ./cmd/jejaring
	$(PLAIN),e2e -count=1 -timeout 30m -v ./cmd/jejaring

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

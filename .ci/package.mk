# The installers. Everything that is given away lands in dist/package; recipes and texts are in assets/installer.
PACKAGING_LINUX   = dpkg-dev librsvg2-bin desktop-file-utils appstream
PACKAGING_WINDOWS = gcc-mingw-w64-x86-64 nsis librsvg2-bin icoutils imagemagick
PDFIUM            = dist/licences-pdfium.txt

.PHONY: version package package-deb package-tar package-windows package-lint windows

# version writes into the program what FyneApp.toml says.
version:
	@.ci/version --go > cmd/jejaring/version.go.new && { cmp -s cmd/jejaring/version.go.new cmd/jejaring/version.go || cp cmd/jejaring/version.go.new cmd/jejaring/version.go; }; rm -f cmd/jejaring/version.go.new

# The texts are those of Debian's packages: of those who give the same libraries away.
$(PDFIUM): .ci/licences-pdfium
	@.ci/need $(PACKAGING_LINUX)
	@mkdir -p dist
	.ci/licences-pdfium > $@.new && mv $@.new $@

package: package-deb package-tar package-windows
	cd dist/package && sha256sum -- *"$$(../../.ci/version)"*.deb *"$$(../../.ci/version)"*.tar.gz *"$$(../../.ci/version)"*.exe > SHA256SUMS && cat SHA256SUMS

package-deb: version $(PDFIUM) build
	@.ci/need $(PACKAGING_LINUX)
	assets/installer/deb dist/release dist/package

package-tar: version $(PDFIUM) build
	@.ci/need $(PACKAGING_LINUX)
	assets/installer/tar dist/release dist/package

package-windows: windows
	assets/installer/setup dist/windows dist/package

package-lint: package-deb
	@.ci/need lintian
	lintian --fail-on error --no-tag-display-limit dist/package/*.deb

windows: version $(PDFIUM)
	@.ci/need go certificates $(PACKAGING_WINDOWS)
	assets/installer/exe dist/windows

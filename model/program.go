package model

import (
	"path"
	"slices"
	"strings"
)

// Program reports whether some system would run a file of this name, or something inside it.
func Program(name string) bool {
	return slices.Contains(strings.Fields(".exe .scr .bat .cmd .com .pif .js .jse .mjs .vbs .vbe .wsf .wsh .wsc .ps1 .psm1 "+
		".msi .msp .msix .appx .jar .jnlp .lnk .hta .iso .img .vhd .vhdx .cpl .dll .sys .drv .reg .inf .scf .url .chm .gadget "+
		".application .appref-ms .xll .ade .mde .sh .run .desktop .appimage .deb .rpm .apk .dmg .pkg .command .py .pyw .rb .pl "+
		".docm .dotm .xlsm .xltm .xlam .pptm .potm .ppam .ppsm .sldm .one .library-ms .search-ms .settingcontent-ms .diagcab"),
		strings.ToLower(path.Ext(strings.TrimRight(name, " ."))))
}

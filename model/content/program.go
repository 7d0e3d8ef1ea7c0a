// Package content says what a file from outside is, whatever its name claims: a program that would run, or a picture that was held
// sideways. It looks at bytes alone and knows no record.
package content

import (
	"path"
	"slices"
	"strings"
	"unicode"
)

// Program reports whether some system would run a file of this name, or something inside it.
func Program(name string) bool {
	name = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || unicode.Is(unicode.Cf, r) {
			return -1 // signs that nobody sees end no name
		}
		return r
	}, name)

	if file, stream, found := strings.Cut(name, ":"); found && Program(stream) { // a stream behind a file of Windows
		return true
	} else if found {
		name = file
	}

	end := strings.ToLower(path.Ext(strings.TrimRight(name, " .\u00a0\u3000")))
	return strings.HasPrefix(end, ".{") || slices.Contains(programEnds(), strings.TrimSpace(end)) // .{…} names a class of Windows
}

// programEnds are the ends of names that mail programs and systems keep from being opened: those that Outlook and Gmail
// block, and what other systems run.
func programEnds() []string {
	return slices.Concat(windowsEnds(), officeEnds(), otherEnds())
}

// windowsEnds are programs, scripts, links, disks and settings of Windows.
func windowsEnds() []string {
	return strings.Fields(`.ade .adp .app .appcontent-ms .application .appref-ms .appinstaller .appx .appxbundle .msix .msixbundle .asp .aspx
		.asa .asx .ax .bas .bat .bgi .cab .cdxml .cer .chm .cmd .cnt .com .contact .cpl .crt .csh .der .diagcab .diagcfg .diagpkg .dll .drv
		.efi .exe .ex_ .fxp .gadget .group .grp .hlp .hpj .hta .htc .img .inf .ini .ins .iso .isp .its .jnlp .job .js .jse .ksh
		.lib .library-ms .lnk .local .manifest .mcf .mjs .mof .msc .msh .msh1 .msh2 .mshxml .msh1xml .msh2xml .msi .msp .mst .msu .nsh
		.ocx .ops .osd .pcd .pif .prf .prg .printerexport .ps1 .ps1xml .ps2 .ps2xml .psc1 .psc2 .psd1 .psdm1 .psm1 .pssc .rdp .ica .reg
		.scf .scr .sct .search-ms .searchconnector-ms .settingcontent-ms .shb .shs .sys .theme .themepack .deskthemepack .tlb .tsp .tmp .plg
		.udf .udl .url .vb .vbe .vbp .vbs .vhd .vhdx .vmdk .vsmacros .vsw .vxd .webpnp .website .wim .wsb .wsc .wsf .wsh .ws .xbap .xnk .xaml
		.xsl .xslt .sln .csproj .vbproj .vcxproj .targets .perflog .pbk .pnf .cpi .air .swf .autorun`)
}

// officeEnds are documents that run macros, load programs or fetch data from elsewhere when they are opened.
func officeEnds() []string {
	return strings.Fields(`.docm .dotm .xlsm .xltm .xlam .xlsb .xla .xlm .xll .xlw .xlt .pptm .potm .ppam .ppsm .ppa .pwz .sldm .wll .wiz .wbk
		.iqy .oqy .dqy .rqy .odc .slk .dif .mad .maf .mag .mam .maq .mar .mas .mat .mau .mav .maw .mda .mdb .mde .mdt .mdw .mdz
		.accda .accdb .accde .accdr .accdu .laccdb .pst .ost .one .onepkg .onetoc .onetoc2 .vsdm .vstm .vssm .vst .vss .pub .mht .mhtml
		.html .htm .xhtml .xht .shtml .shtm .svg .svgz .cub`)
}

// otherEnds are programs, scripts and packages of other systems, and of languages that are installed on many computers.
func otherEnds() []string {
	return strings.Fields(`.sh .bash .zsh .fish .csh .tcsh .run .elf .so .ko .o .desktop .service .appimage .deb .rpm .snap .flatpak
		.flatpakref .flatpakrepo .apk .apks .xapk .aab .ipa .dmg .pkg .mpkg .command .tool .terminal .workflow .action .scpt .scptd
		.applescript .dylib .prefpane .webloc .inetloc .fileloc .jar .war .ear .class .dex .jsp .php .phtml .php5 .phar .cgi .fcgi
		.py .pyc .pyo .pyw .pyz .pyzw .pyd .rb .rbw .pl .plx .pm .tcl .tk .lua .ahk .au3 .a3x .jl .wasm .nix .kix
		.cjs .vbscript .paf .rgs .u3p`)
}

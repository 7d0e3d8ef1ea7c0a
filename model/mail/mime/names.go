package mime

import (
	"path"
	"slices"
	"strings"
	"unicode"
)

// maxName is the longest name of a file, in bytes: half of what any system takes.
const maxName = 120

// SafeName returns a file name that is harmless on every system: no folder, no control or writing-direction
// characters, none of Windows' reserved names, no blank or dot at its ends, at most 120 bytes with its extension kept.
func SafeName(name string) string {
	name = clean(name)
	name = name[strings.LastIndexAny(name, `/\`)+1:]
	name = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsControl(r), unicode.Is(unicode.Cf, r), unicode.Is(unicode.Co, r), r == unicode.ReplacementChar:
			return -1
		case strings.ContainsRune(`<>:"|?*`, r):
			return '_'
		case unicode.IsSpace(r):
			return ' '
		}

		return r
	}, name)

	name = shorten(strings.TrimRight(strings.TrimLeft(name, " "), " ."))
	if strings.Trim(name, ". _") == "" {
		return "lampiran"
	}

	if reserved(name) {
		name = shorten("_" + name)
	}

	return name
}

// shorten cuts a name before its extension.
func shorten(name string) string {
	if len(name) <= maxName {
		return name
	}

	ext := path.Ext(name)
	if len(ext) > 16 {
		ext = ""
	}

	return strings.TrimRight(cut(strings.TrimSuffix(name, ext), maxName-len(ext)), " .") + ext
}

// reserved reports whether Windows takes a name for a device.
func reserved(name string) bool {
	base, _, _ := strings.Cut(strings.ToUpper(name), ".")
	base = strings.TrimRight(base, " ")
	if slices.Contains([]string{"CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$", "CLOCK$"}, base) {
		return true
	}

	number, ok := strings.CutPrefix(base, "COM")
	if !ok {
		number, ok = strings.CutPrefix(base, "LPT")
	}

	return ok && slices.Contains(strings.Fields("0 1 2 3 4 5 6 7 8 9 ¹ ² ³"), number)
}

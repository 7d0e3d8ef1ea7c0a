// Package assets holds the files that are built into the program: fonts, model texts of letters and agreements, presets
// of agreements, the help, and the icon. It knows nothing of what they are used for.
package assets

import "embed"

// Fonts holds fonts/Liberation{Sans,Serif}-{Regular,Bold,Italic,BoldItalic}.ttf and their licence, the SIL OFL.
//
//go:embed fonts
var Fonts embed.FS

// Letters holds letters/id/*.tmpl and letters/en/*.tmpl, the model texts that package letter sets.
//
//go:embed letters
var Letters embed.FS

// Presets holds presets/*.json: what an agreement of one field of cooperation customarily contains.
//
//go:embed presets
var Presets embed.FS

// Help holds help/id.md and help/en.md: the pages of the program's help, each begun by a line "# Title {code}".
//
//go:embed help
var Help embed.FS

// Icon is the program's icon, a PNG of 512 × 512 pixels; icon.svg is its drawing.
//
//go:embed icon.png
var Icon []byte

// Sample is the register of the fictitious clinic, as JSON.
//
//go:embed sample.json
var Sample []byte

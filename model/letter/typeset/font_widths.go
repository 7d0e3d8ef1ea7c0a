package typeset

import (
	"encoding/binary"
	"errors"
	"math"
	"slices"
)

// readWidths reads the tables head, hhea, hmtx and cmap (format 4) of a TrueType font.
func readWidths(data []byte) (widths []int16, err error) {
	defer func() {
		if recover() != nil {
			err = errors.New("damaged font")
		}
	}()

	f := fontData(data)
	table := make(map[string]int)
	for i := range f.u16(4) {
		entry := 12 + 16*i
		table[string(data[entry:entry+4])] = f.u32(entry + 8)
	}

	units := f.u16(table["head"] + 18)
	measured := f.u16(table["hhea"] + 34)
	widths = slices.Repeat([]int16{-1}, 1<<16)
	for i := range f.u16(table["cmap"] + 2) {
		sub := table["cmap"] + f.u32(table["cmap"]+4+8*i+4)
		if f.u16(sub) != 4 {
			continue
		}

		f.glyphs(sub, func(char, glyph int) {
			advance := f.u16(table["hmtx"] + 4*min(glyph, measured-1))
			widths[char] = int16(math.Round(1000 * float64(advance) / float64(units)))
		})

		return widths, nil
	}

	return nil, errors.New("no character table")
}

// fontData is a TrueType file.
type fontData []byte

func (f fontData) u16(at int) int { return int(binary.BigEndian.Uint16(f[at:])) }
func (f fontData) u32(at int) int { return int(binary.BigEndian.Uint32(f[at:])) }

// glyphs visits every character of a cmap subtable of format 4.
func (f fontData) glyphs(sub int, visit func(char, glyph int)) {
	segments := f.u16(sub+6) / 2
	for s := range segments {
		end := f.u16(sub + 14 + 2*s)
		start := f.u16(sub + 16 + 2*(segments+s))
		delta := f.u16(sub + 16 + 2*(2*segments+s))
		at := sub + 16 + 2*(3*segments+s)

		for c := start; c <= end && c < 0xFFFF; c++ {
			glyph := (c + delta) & 0xFFFF
			if offset := f.u16(at); offset != 0 {
				if glyph = f.u16(at + offset + 2*(c-start)); glyph != 0 {
					glyph = (glyph + delta) & 0xFFFF
				}
			}

			if glyph != 0 {
				visit(c, glyph)
			}
		}
	}
}

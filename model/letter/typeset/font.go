package typeset

import (
	"fmt"
	"io/fs"
	"slices"
)

// pt is a point in millimetres.
const pt = 25.4 / 72

// face holds what setting needs of one font: the width of each character in thousandths of the size, -1 for none.
type face struct{ widths []int16 }

// family is a font in two weights; name is what the printer calls it.
type family struct {
	name          string
	regular, bold face
}

// Faces are the two families that papers use: one without serifs, for letters and forms, and one with serifs. They never
// change and may be used by several goroutines.
type Faces struct {
	files       fs.FS
	sans, serif family
}

// LoadFaces reads fonts/Liberation{Sans,Serif}-{Regular,Bold}.ttf.
func LoadFaces(files fs.FS) (Faces, error) {
	all := Faces{files: files}
	var err error
	if all.sans, err = all.family("Sans"); err != nil {
		return Faces{}, err
	}
	if all.serif, err = all.family("Serif"); err != nil {
		return Faces{}, err
	}

	return all, nil
}

func (f Faces) family(name string) (family, error) {
	read := family{name: name}
	for weight, to := range map[string]*face{"Regular": &read.regular, "Bold": &read.bold} {
		data, err := f.file(name, weight)
		if err != nil {
			return family{}, err
		}
		if to.widths, err = readWidths(data); err != nil {
			return family{}, fmt.Errorf("font %s %s: %w", name, weight, err)
		}
	}

	return read, nil
}

// file returns a copy of a font of its own, which the caller may change.
func (f Faces) file(name, weight string) ([]byte, error) {
	data, err := fs.ReadFile(f.files, "fonts/Liberation"+name+"-"+weight+".ttf")
	if err != nil {
		return nil, fmt.Errorf("font: %w", err)
	}
	return data, nil
}

func (f family) face(bold bool) face {
	if bold {
		return f.bold
	}
	return f.regular
}

// width returns the width of a text in millimetres at a size in points.
func (f family) width(text string, size float64, bold bool) float64 {
	widths := f.face(bold).widths
	sum := 0
	for _, r := range text {
		if r < 1<<16 && widths[r] >= 0 {
			sum += int(widths[r])
		}
	}
	return float64(sum) / 1000 * size * pt
}

// Missing returns the characters of a text that one of the faces lacks, each once, or nil.
func (f Faces) Missing(text string) []string {
	var odd []string
	for _, r := range text {
		if r == '\n' || r < 1<<16 && f.sans.regular.widths[r] >= 0 && f.sans.bold.widths[r] >= 0 &&
			f.serif.regular.widths[r] >= 0 && f.serif.bold.widths[r] >= 0 {
			continue
		}
		if s := string(r); !slices.Contains(odd, s) {
			odd = append(odd, s)
		}
	}

	return odd
}

package register

import (
	"slices"
	"testing"
)

func TestColumns_AChipIsNotCutWhileThereIsRoom(t *testing.T) {
	for _, c := range []struct {
		name   string
		widths []float32
		least  []float32
		spare  []bool
		width  float32
		want   []float32
	}{
		{"room for all", []float32{3, 1}, []float32{0, 60}, nil, 410, []float32{300, 100}},
		{"the text gives way", []float32{4, 1}, []float32{0, 100}, nil, 310, []float32{200, 100}},
		{"but not all of it", []float32{4, 1}, []float32{0, 290}, nil, 330, []float32{200, 120}},
		{"two texts share the rest", []float32{3, 1, 1}, []float32{0, 0, 100}, nil, 310, []float32{150, 50, 100}},
		{"a spare column is left out", []float32{3, 5, 1}, []float32{0, 0, 100}, []bool{false, true, false}, 310, []float32{200, 0, 100}},
	} {
		place := &columns{widths: &c.widths, least: c.least, spare: c.spare}
		if got := place.share(c.width); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

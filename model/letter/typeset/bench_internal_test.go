package typeset

import (
	"io"
	"testing"

	"github.com/jung-kurt/gofpdf"
)

// BenchmarkFloor makes two papers of one page with two letters in the same two fonts: what no agreement can be below.
func BenchmarkFloor(b *testing.B) {
	f := faces(b)
	for b.Loop() {
		for range 2 {
			p := f.printer(File{Sheet: Sheet{Width: 210, Height: 297}})
			p.pdf.AddPage()
			for _, bold := range []bool{false, true} {
				p.font("Serif", bold, 12)
				p.pdf.Text(30, 30, "x")
			}

			if err := p.pdf.Output(io.Discard); err != nil {
				b.Fatal(err)
			}
		}
	}
}

// BenchmarkFloorBare is the same with the fonts every reader has.
func BenchmarkFloorBare(b *testing.B) {
	for b.Loop() {
		for range 2 {
			pdf := gofpdf.New("P", "mm", "A4", "")
			pdf.AddPage()
			pdf.SetFont("Times", "", 12)
			pdf.Text(30, 30, "x")
			if err := pdf.Output(io.Discard); err != nil {
				b.Fatal(err)
			}
		}
	}
}

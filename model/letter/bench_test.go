package letter

import (
	"testing"

	"github.com/jung-kurt/gofpdf"
)

// BenchmarkPKS makes both originals of an agreement.
func BenchmarkPKS(b *testing.B) {
	w, d := New(nil), agreementOf(2, "menjamin kesinambungan pelayanan pasien melalui rujukan yang tepat, aman, dan terkomunikasikan")
	for b.Loop() {
		if _, err := w.Render(d); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkPKSBilingual makes both originals in two languages.
func BenchmarkPKSBilingual(b *testing.B) {
	w, d := New(nil), agreementOf(2, "menjamin kesinambungan pelayanan pasien melalui rujukan yang tepat, aman, dan terkomunikasikan")
	d.Language = "bilingual"
	for b.Loop() {
		if _, err := w.Render(d); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkFloor makes two papers of one page with two letters in the same two fonts: what no agreement can be below.
func BenchmarkFloor(b *testing.B) {
	d := agreementOf(2, "x")
	for b.Loop() {
		for range 2 {
			p := newPrinter(d, nil)
			p.pdf.AddPage()
			for _, bold := range []bool{false, true} {
				p.font("Serif", bold, 12)
				p.pdf.Text(30, 30, "x")
			}
			if err := p.pdf.Output(discard{}); err != nil {
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
			if err := pdf.Output(discard{}); err != nil {
				b.Fatal(err)
			}
		}
	}
}

type discard struct{}

func (discard) Write(p []byte) (int, error) { return len(p), nil }

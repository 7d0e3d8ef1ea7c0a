package letter

import "testing"

// BenchmarkPKS makes both originals of an agreement.
func BenchmarkPKS(b *testing.B) {
	w := New(nil)
	d := agreementOf(2, "menjamin kesinambungan pelayanan pasien melalui rujukan yang tepat, aman, dan terkomunikasikan")
	for b.Loop() {
		if _, err := w.Render(d); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkPKSBilingual makes both originals in two languages.
func BenchmarkPKSBilingual(b *testing.B) {
	w := New(nil)
	d := agreementOf(2, "menjamin kesinambungan pelayanan pasien melalui rujukan yang tepat, aman, dan terkomunikasikan")
	d.Language = "bilingual"
	for b.Loop() {
		if _, err := w.Render(d); err != nil {
			b.Fatal(err)
		}
	}
}

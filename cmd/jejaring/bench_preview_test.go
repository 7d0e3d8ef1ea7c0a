package main

import (
	"context"
	"testing"

	"jejaring/model"
	"jejaring/model/testclock"
)

// BenchmarkPreview is the paper room before its pages are drawn: what the register knows, the papers, what stands against the issue and the
// next number. The floor is the reading alone.
func BenchmarkPreview(b *testing.B) {
	o, err := openOffice(context.Background(), b.TempDir(), ownFile, clock{now: testclock.New()})
	if err != nil {
		b.Fatal(err)
	}

	b.Cleanup(func() { _ = o.Close() })
	if err := fillSample(context.Background(), o); err != nil {
		b.Fatal(err)
	}

	day := model.Date{Year: 2026, Month: 11, Day: 21}
	for _, c := range []struct {
		kind model.DocumentCode
		code string
	}{{"SPK", "A03"}, {"PKS", "A03"}, {"RJK", "F33"}, {"UND", "T07"}} {
		about := c.kind.Kind().About
		id, err := o.Resolve(b.Context(), about, c.code)
		if err != nil {
			b.Fatal(err)
		}

		i := model.Issue{Type: c.kind, About: model.About(about, id), Date: day, Today: day}
		b.Run("floor: the reading of "+string(c.kind), func(b *testing.B) {
			for b.Loop() {
				if _, err := o.Papers().Prepare(b.Context(), i); err != nil {
					b.Fatal(err)
				}
			}
		})
		b.Run(string(c.kind), func(b *testing.B) {
			for b.Loop() {
				if _, err := o.prepare(b.Context(), i); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

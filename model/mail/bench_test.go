//go:build integration && unix

package mail_test

import (
	"testing"
	"time"

	"jejaring/model/mail/mailtest"
	"jejaring/model/testclock"
)

// BenchmarkSync10000 reads ten thousand mails of a real server into a real register, and, as the floor, the same bytes
// by plain commands without parsing or filing.
func BenchmarkSync10000(b *testing.B) {
	const mails = 10_000
	d := mailtest.NewServer(b, time.Now().AddDate(0, 1, 0))
	g := newGenerator(1)
	size := 0
	for i := range mails {
		raw := g.mail(i)
		size += len(raw)
		d.Put(b, "INBOX", i, raw, testclock.Start())
	}
	d.Start(b)
	floor := func() time.Duration {
		start := time.Now()
		d.Converse(b, func(string) {}, "EXAMINE INBOX", "UID FETCH 1:* (UID RFC822.SIZE INTERNALDATE)", "UID FETCH 1:* (BODY.PEEK[])")
		return time.Since(start)
	}
	floor()
	for b.Loop() {
		a := accountOn(b, d)
		raw := floor()
		start := time.Now()
		r, err := a.sync()
		took := time.Since(start)
		if err != nil || r.Fetched != mails {
			b.Fatalf("%+v, %v", r, err)
		}
		b.ReportMetric(mails/took.Seconds(), "mails/s")
		b.ReportMetric(mails/raw.Seconds(), "floor-mails/s")
		b.ReportMetric(float64(size)/1e6, "MB")
		b.Logf("%d mails, %d MB: %v, floor %v, factor %.2f", mails, size>>20, took, raw, took.Seconds()/raw.Seconds())
	}
}

//go:build integration && unix

package mail_test

import (
	"fmt"
	"iter"
	"os"
	"slices"
	"syscall"
	"testing"
	"time"

	"jejaring/model"
	"jejaring/model/mail"
	"jejaring/model/mail/mailtest"
	"jejaring/model/mail/mime"
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

// spent is the processor time of this process.
func spent(b *testing.B) time.Duration {
	b.Helper()
	var r syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &r); err != nil {
		b.Fatal(err)
	}
	return time.Duration(r.Utime.Nano() + r.Stime.Nano())
}

// BenchmarkLink10000 judges ten thousand filed mails that all wait for it, as after a cut, in the register of the fictitious
// clinic. The floor is reading them out of the register without judging.
func BenchmarkLink10000(b *testing.B) {
	const mails = 10_000
	g := newGenerator(1)
	for b.Loop() {
		b.StopTimer()
		a := newAccount(b, 1)
		register, err := os.Open("../../assets/sample.json")
		check(b, err)
		check(b, a.store.LoadSample(b.Context(), register))
		check(b, register.Close())

		for batch := range slices.Chunk(slices.Collect(numbers(mails)), 200) {
			var filed []model.Filed
			for _, i := range batch {
				raw := g.mail(i)
				m := mail.Read(raw, mime.Options{Received: time.Date(2026, 11, 17, 0, 0, 0, 0, time.UTC)})
				likePartner(&m, i)
				m.MailboxID = a.box.ID
				m.Folder = "INBOX"
				m.UIDValidity = 1
				m.UID = uint32(i + 1)
				filed = append(filed, model.Filed{Message: m, Raw: raw, Identity: mime.Identity})
			}

			_, err := a.store.Mail().File(b.Context(), filed)
			check(b, err)
		}

		before := spent(b)
		_, err = a.store.Mail().Pending(b.Context(), 0, 0)
		check(b, err)
		floor := spent(b) - before
		b.StartTimer()
		before = spent(b)
		linked, err := mail.LinkPending(b.Context(), a.store.Mail())
		check(b, err)
		cost := spent(b) - before
		b.ReportMetric(cost.Seconds(), "cpu-s")
		b.ReportMetric(floor.Seconds(), "floor-cpu-s")
		b.Logf("%d mails, %d linked: %v of processor time, floor %v", mails, linked, cost, floor)
		if cost > 5*time.Second {
			b.Errorf("%v of processor time", cost)
		}
	}
}

// likePartner makes mails that the rules have something to do with: half are of a partner's contact, a tenth holds a number,
// a third answers the mail before.
func likePartner(m *model.Message, i int) {
	m.MessageID = fmt.Sprintf("%d@bench", i)
	if i%2 == 0 {
		m.SenderEmail = "humas@rsud-tirtasana.example.org"
	}
	if i%10 == 0 {
		m.Subject += " 2/pks/kln-sm/ii/2025"
	}
	if i%3 == 0 {
		m.InReplyTo = fmt.Sprintf("%d@bench", i-1)
	}
}

func numbers(n int) iter.Seq[int] {
	return func(yield func(int) bool) {
		for i := range n {
			if !yield(i) {
				return
			}
		}
	}
}

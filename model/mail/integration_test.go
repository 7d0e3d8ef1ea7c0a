//go:build integration && unix

package mail_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"jejaring/model"
	"jejaring/model/mail"
	"jejaring/model/mail/mailtest"
	"jejaring/model/testclock"
)

// withSample starts a server that holds the sample's mails in their order: 27 in the inbox, 3 in Sent.
func withSample(t testing.TB) (*mailtest.Server, sample) {
	t.Helper()
	s := loadSample(t)
	d := mailtest.NewServer(t, time.Now().AddDate(0, 1, 0))
	for i, e := range s.Emails {
		d.Put(t, e.Folder, i, e.Raw, e.received())
	}
	d.Start(t)
	return d, s
}

func TestDovecot_SampleMails(t *testing.T) {
	d, s := withSample(t)
	a := accountOn(t, d)
	register, err := os.Open("../../assets/sample.json")
	check(t, err)
	defer func() { _ = register.Close() }()
	check(t, a.store.LoadSample(context.Background(), register))
	before := d.Flags(t)
	r, err := a.sync()
	if err != nil || r.Fetched != 29 || r.Known != 1 || r.Failed != 0 {
		t.Fatalf("first: %+v, %v", r, err)
	}

	r, err = a.sync()
	if err != nil || r.Fetched != 0 || r.Known != 30 {
		t.Fatalf("second: %+v, %v", r, err)
	}
	if after := d.Flags(t); after != before || strings.Contains(after, "Seen") || !strings.Contains(after, "FLAGS") {
		t.Errorf("flags before:\n%s\nafter:\n%s", before, after)
	}

	found, err := a.store.Messages().Find(context.Background(), model.Query{})
	check(t, err)
	codes := a.codes(t)
	for _, e := range s.Emails {
		if e.ID == "m16" {
			continue // the same mail as m13, kept once
		}

		same := slices.IndexFunc(found, func(m model.Message) bool {
			return m.MessageID == e.MessageID || e.MessageID == "" && m.Subject == e.Subject
		})
		if same < 0 {
			t.Errorf("%s is not there", e.ID)
			continue
		}

		t.Run(e.ID, func(t *testing.T) { checkFiled(t, e, found[same], codes) })
	}
}

// codes maps the numbers of partners (as "P1") and agreements ("A1") to the codes of the sample.
func (a *account) codes(t testing.TB) map[string]string {
	t.Helper()
	codes := map[string]string{"P0": ""}
	partners, err := a.store.Partners().Find(context.Background(), model.Query{})
	check(t, err)
	for _, p := range partners {
		codes[fmt.Sprint("P", p.ID)] = p.Code
	}

	agreements, err := a.store.Agreements().Find(context.Background(), model.Query{})
	check(t, err)
	for _, p := range agreements {
		codes[fmt.Sprint("A", p.ID)] = p.Code
	}

	return codes
}

// checkFiled compares what the register holds with what the sample expects.
func checkFiled(t *testing.T, e sampleMail, m model.Message, codes map[string]string) {
	t.Helper()
	same(t, "direction", m.Direction, e.Direction)
	same(t, "subject", m.Subject, e.Subject)
	same(t, "date", m.Date.UTC(), e.received().UTC())
	same(t, "category", m.Category, e.Expected.Category)
	same(t, "partner", codes[fmt.Sprint("P", m.PartnerID)], e.Expected.PartnerID)
	same(t, "referral", m.ReferralCode, e.Expected.ReferralID)
	rule, _, _ := strings.Cut(e.Expected.LinkRule, "_or_org_address")
	same(t, "rule", m.LinkRule, rule)
	var agreements []string
	for _, id := range m.AgreementIDs {
		agreements = append(agreements, codes[fmt.Sprint("A", id)])
	}

	if !slices.Equal(agreements, e.Expected.AgreementIDs) && len(agreements)+len(e.Expected.AgreementIDs) > 0 {
		t.Errorf("agreements %v, want %v", agreements, e.Expected.AgreementIDs)
	}

	l := model.Link{Warnings: m.Warnings}
	for _, id := range m.Suggestions {
		l.Suggestions = append(l.Suggestions, number(codes[fmt.Sprint("A", id)]))
	}

	checkWarnings(t, e, l)
}

func TestDovecot_CutLinesLoseNothing(t *testing.T) {
	d := mailtest.NewServer(t, time.Now().AddDate(0, 1, 0))
	g := newGenerator(7)
	total := 0
	for i := range 400 {
		raw := g.mail(i)
		total += len(raw)
		d.Put(t, "INBOX", i, raw, testclock.Start())
	}

	d.Start(t)
	a := accountOn(t, d)
	cut, port := relay(t, d.Secure)
	a.box.Port = port
	fetched, cuts := 0, 0

	for part := int64(1); ; part++ {
		cut.Store(part * int64(total) / 12)
		r, err := a.sync()
		fetched += r.Fetched
		if r.Failed != 0 || r.Known+r.Fetched > 400 {
			t.Fatalf("%+v", r)
		}
		if err == nil {
			break
		}
		if cuts++; !errors.Is(err, model.ErrMailCut) || cuts > 20 {
			t.Fatalf("%+v, %v", r, err)
		}
	}

	if cuts < 3 || fetched != 400 || len(a.filed(t)) != 400 {
		t.Errorf("%d cuts, %d fetched, %d filed", cuts, fetched, len(a.filed(t)))
	}
	if r, err := a.sync(); err != nil || r.Known != 400 {
		t.Errorf("at the end %+v, %v", r, err)
	}
}

func TestDovecot_CancelledAtAnyMoment(t *testing.T) {
	d := mailtest.NewServer(t, time.Now().AddDate(0, 1, 0))
	g := newGenerator(8)
	for i := range 300 {
		d.Put(t, "INBOX", i, g.mail(i), testclock.Start())
	}

	d.Start(t)
	a := accountOn(t, d)
	fetched := 0
	for stop := int64(2000); ; stop *= 4 {
		ctx, cancel := context.WithCancel(context.Background())
		var read atomic.Int64
		a.o.Dial = func(ctx context.Context, network, address string) (net.Conn, error) {
			c, err := new(net.Dialer).DialContext(ctx, network, address)
			return &counted{c, &read, stop, cancel}, err
		}
		start := time.Now()
		r, err := mail.Sync(ctx, a.box, "rahasia", a.store.Mail(), a.o)
		cancel()
		fetched += r.Fetched
		if err == nil {
			break
		}
		if !errors.Is(err, context.Canceled) || r.Error != "" || time.Since(start) > 10*time.Second {
			t.Fatalf("%+v, %v", r, err)
		}
	}

	if fetched != 300 || len(a.filed(t)) != 300 {
		t.Errorf("%d fetched, %d filed", fetched, len(a.filed(t)))
	}
}

// counted calls done when so many bytes were read.
type counted struct {
	net.Conn
	read *atomic.Int64
	stop int64
	done func()
}

func (c *counted) Read(b []byte) (int, error) {
	n, err := c.Conn.Read(b)
	if c.read.Add(int64(n)) > c.stop {
		c.done()
	}
	return n, err
}

// relay passes connections on and cuts each after so many bytes from the server.
func relay(t testing.TB, to int) (cut *atomic.Int64, port int) {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	check(t, err)
	cut = new(atomic.Int64)
	var all sync.WaitGroup
	all.Go(func() {
		for {
			client, err := l.Accept()
			if err != nil {
				return
			}
			all.Go(func() { pass(client, to, cut.Load()) })
		}
	})
	t.Cleanup(func() { _ = l.Close(); all.Wait() })

	return cut, l.Addr().(*net.TCPAddr).Port
}

func pass(client net.Conn, to int, cut int64) {
	server, err := net.Dial("tcp", fmt.Sprintf("127.0.0.1:%d", to))
	if err != nil {
		_ = client.Close()
		return
	}

	var up sync.WaitGroup
	up.Go(func() {
		_, _ = io.Copy(server, client)
		_ = server.Close()
	})
	_, _ = io.CopyN(client, server, cut)
	_ = client.Close()
	_ = server.Close()
	up.Wait()
}

// accountOn is a register that reads the server's mail.
func accountOn(t testing.TB, d *mailtest.Server) *account {
	t.Helper()
	a := newAccount(t, d.Secure)
	a.box.Host, a.box.Security, a.box.CA, a.box.Folders = "localhost", "tls", d.CA, []string{"INBOX", "Sent"}
	check(t, a.store.Mailboxes().Save(context.Background(), &a.box))
	return a
}

func check(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

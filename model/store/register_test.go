package store_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"jejaring/model"
	"jejaring/model/store"
)

// subject is a register with the records to try it with.
type subject[T any] struct {
	entity model.Entity
	of     func(*store.Store) model.Register[T]
	base   func(*T) *model.Base
	make   func(n int) T // valid records, rising in the default order, with a word "nomorN" that the search finds
	change func(*T)
	spoil  func(*T) // breaks a rule
	search bool
}

func TestRegister_Partners(t *testing.T) {
	testRegister(t, subject[model.Partner]{entity: "partner", of: (*store.Store).Partners, search: true,
		base: func(r *model.Partner) *model.Base { return &r.Base }, make: newPartner,
		change: func(r *model.Partner) { r.Notes = "kerja sama lama" }, spoil: func(r *model.Partner) { r.Sector = "" }})
}

func TestRegister_Staff(t *testing.T) {
	testRegister(t, subject[model.Staff]{entity: "staff", of: (*store.Store).Staff, search: true,
		base: func(r *model.Staff) *model.Base { return &r.Base },
		make: func(n int) model.Staff {
			return model.Staff{Name: fmt.Sprintf("Perawat %03d nomor%d", n, n), Profession: "perawat", Position: "Perawat",
				SIPNo: "SIP-CONTOH/100", SIPExpiry: day(2027, 3, 1), STRLifetime: true, Active: true}
		},
		change: func(r *model.Staff) { r.Active = false }, spoil: func(r *model.Staff) { r.Name = " " }})
}

func TestRegister_Agreements(t *testing.T) {
	testRegister(t, subject[model.Agreement]{entity: "agreement", of: (*store.Store).Agreements, search: true,
		base: func(r *model.Agreement) *model.Base { return &r.Base },
		make: func(n int) model.Agreement {
			a := newDraft(1)
			a.Title, a.EndDate = fmt.Sprintf("Rujukan nomor%d", n), a.StartDate.AddDays(100+n)
			return a
		},
		change: func(r *model.Agreement) { r.Goals = append(r.Goals, model.Goal{Text: model.Text{ID: "mutu"}}) },
		spoil:  func(r *model.Agreement) { r.LanguageMode = "en" }})
}

func TestRegister_LegalBases(t *testing.T) {
	testRegister(t, subject[model.LegalBasis]{entity: "legal_basis", of: (*store.Store).LegalBases, search: true,
		base: func(r *model.LegalBasis) *model.Base { return &r.Base },
		make: func(n int) model.LegalBasis {
			return model.LegalBasis{Citation: fmt.Sprintf("Peraturan Contoh %03d nomor%d", n, n), Status: "in_force"}
		},
		change: func(r *model.LegalBasis) { r.CheckedOn = asOf() }, spoil: func(r *model.LegalBasis) { r.Status = "perhaps" }})
}

func TestRegister_Mailboxes(t *testing.T) {
	testRegister(t, subject[model.Mailbox]{entity: "mailbox", of: (*store.Store).Mailboxes,
		base: func(r *model.Mailbox) *model.Base { return &r.Base }, make: newMailbox,
		change: func(r *model.Mailbox) { r.Folders = []string{"INBOX", "Sent"} },
		spoil:  func(r *model.Mailbox) { r.Security, r.Host = "none", "imap.example.com" }})
}

func TestRegister_Referrals(t *testing.T) {
	testRegister(t, subject[model.Referral]{entity: "referral", search: true,
		of: func(s *store.Store) model.Register[model.Referral] {
			if hits, err := s.Patients().Find(t.Context(), ""); err == nil && len(hits) == 0 {
				p := newPatient("01")
				if err := s.Patients().Save(t.Context(), &p); err != nil {
					t.Fatal(err)
				}
			}
			return s.Referrals()
		},
		base: func(r *model.Referral) *model.Base { return &r.Base },
		make: func(n int) model.Referral {
			r := newReferral(1, 1, 0)
			r.DestUnit, r.ReferralAt = fmt.Sprintf("Poli nomor%d", n), r.ReferralAt.AddDate(0, 0, -n)
			return r
		},
		change: func(r *model.Referral) { r.Therapy, r.Outcome = "Istirahat", "membaik" },
		spoil:  func(r *model.Referral) { r.Urgency = "" }})
}

func TestRegister_Trainings(t *testing.T) {
	testRegister(t, subject[model.Training]{entity: "training", of: (*store.Store).Trainings, search: true,
		base: func(r *model.Training) *model.Base { return &r.Base },
		make: func(n int) model.Training {
			r := newTraining(fmt.Sprintf("TR-2026-%03d", 100+n))
			r.Title = fmt.Sprintf("Pelatihan nomor%d", n)
			r.Start, r.End = r.Start.AddDays(-7*n), r.End.AddDays(-7*n)
			for i := range r.Sessions {
				r.Sessions[i].Date = r.Start
			}
			return r
		},
		change: func(r *model.Training) { r.Participants = append(r.Participants, outside("Kader Baru")) },
		spoil:  func(r *model.Training) { r.End = r.Start.AddDays(-1) }})
}

func TestRegister_SKPRecords(t *testing.T) {
	testRegister(t, subject[model.SKPRecord]{entity: "skp_record", search: true,
		of: func(s *store.Store) model.Register[model.SKPRecord] {
			if found, err := s.Staff().IDs(t.Context(), model.Query{}); err == nil && len(found) == 0 {
				p := model.Staff{Name: "Dewi", Profession: "perawat"}
				if err := s.Staff().Save(t.Context(), &p); err != nil {
					t.Fatal(err)
				}
			}
			return s.SKPRecords()
		},
		base: func(r *model.SKPRecord) *model.Base { return &r.Base },
		make: func(n int) model.SKPRecord {
			return model.SKPRecord{StaffID: 1, Date: asOf().AddDays(-n), Title: fmt.Sprintf("Simposium nomor%d", n), Domain: "pelayanan", Value: 2}
		},
		change: func(r *model.SKPRecord) { r.Value = 3.5 }, spoil: func(r *model.SKPRecord) { r.Domain = "" }})
}

func TestRegister_Obstacles(t *testing.T) {
	testRegister(t, subject[model.Obstacle]{entity: "obstacle", search: true,
		of:   func(s *store.Store) model.Register[model.Obstacle] { return s.Obstacles() },
		base: func(r *model.Obstacle) *model.Base { return &r.Base },
		make: func(n int) model.Obstacle {
			r := newObstacle(asOf().AddDays(-n))
			r.Title = fmt.Sprintf("Akun terkunci nomor%d", n)
			return r
		},
		change: func(r *model.Obstacle) { r.RootCause = "kata sandi kedaluwarsa" }, spoil: func(r *model.Obstacle) { r.Category = "nasib" }})
}

func TestRegister_Reminders(t *testing.T) {
	testRegister(t, subject[model.Reminder]{entity: "reminder", search: true,
		of:   func(s *store.Store) model.Register[model.Reminder] { return s.Reminders() },
		base: func(r *model.Reminder) *model.Base { return &r.Base },
		make: func(n int) model.Reminder {
			r := model.NewReminder(asOf().AddDays(n), model.Subject{})
			r.Title = fmt.Sprintf("Telepon nomor%d", n)
			return r
		},
		change: func(r *model.Reminder) { r.Note = "sesudah jam sebelas" }, spoil: func(r *model.Reminder) { r.LeadDays = 91 }})
}

func TestRegister_Addenda(t *testing.T) {
	testRegister(t, subject[model.Addendum]{entity: "addendum", search: true,
		of: func(s *store.Store) model.Register[model.Addendum] {
			if found, err := s.Agreements().IDs(t.Context(), model.Query{}); err == nil && len(found) == 0 {
				a := newDraft(1)
				if err := s.Agreements().Save(t.Context(), &a); err != nil {
					t.Fatal(err)
				}
			}
			return s.Addenda()
		},
		base: func(r *model.Addendum) *model.Base { return &r.Base },
		make: func(n int) model.Addendum {
			return model.Addendum{AgreementID: 1, Status: model.AddendumDraft, Ordinal: n + 1, EffectiveDate: asOf().AddDays(-n),
				Changes: []model.ClauseChange{{Clause: model.Text{ID: "Pasal 7"}, Text: model.Text{ID: fmt.Sprintf("tarif nomor%d", n)}}}}
		},
		change: func(r *model.Addendum) { r.SignPlace = "Kota Baru" }, spoil: func(r *model.Addendum) { r.Status = "lost" }})
}

// newObstacle is an obstacle with the first partner that was raised on a day.
func newObstacle(raised model.Date) model.Obstacle {
	r := model.NewObstacle(raised)
	r.Title, r.Category, r.PartnerID = "Akun pelaporan terkunci", "data_system", 1
	return r
}

func newPartner(n int) model.Partner {
	p := model.NewPartner()
	p.Name = fmt.Sprintf("Mitra %03d nomor%d", n, n)
	p.City = "Kota Tirtasana"
	p.Sector = "ngo"
	p.OrgType = "foundation"
	p.Phone = "+62999000777"
	p.EmailDomains = []string{"mitra.example.org"}
	p.Contacts = []model.Contact{{Name: "Sari", Role: "pic_agreement", Email: "sari@mitra.example.org", IsPrimary: true}}

	return p
}

func newMailbox(n int) model.Mailbox {
	m := model.NewMailbox()
	m.Name = fmt.Sprintf("Kotak %03d nomor%d", n, n)
	m.Host = "imap.example.com"
	m.User = "admin@klinik-sm.example.com"
	return m
}

// newDraft is a PKS draft with the partner of this identifier that is complete for review.
func newDraft(partner model.ID) model.Agreement {
	a := model.NewAgreement(asOf())
	a.Title, a.CooperationModel, a.CooperationField = "Rujukan Pasien", "inter_facility", "referral"
	a.Parties = []model.Party{{Role: "p1", RepName: "dr. Ratna Wulandari, M.K.M."}, {Role: "p2", PartnerID: partner, RepName: "dr. Surya"}}
	a.Goals = []model.Goal{{Text: model.Text{ID: "rujukan tepat waktu"}, Benefit: "access", Indicator: "balasan", Target: "80 %"}}
	a.ScopeItems = []model.Text{{ID: "rujukan pasien rawat jalan"}}

	for _, role := range []string{"p1", "p2"} {
		a.PICs = append(a.PICs, model.PIC{Party: role, Name: "Narahubung " + role})
		for n := range 2 {
			a.Obligations = append(a.Obligations, model.Obligation{Party: role, Text: model.Text{ID: fmt.Sprintf("kewajiban %d", n)},
				Kind: "report", Recurrence: "monthly", Occurrences: []model.Occurrence{{Due: day(2026, 12, 5)}, {Due: day(2027, 1, 5)}}})
		}
	}

	return a
}

// testRegister tries what every register promises.
func testRegister[T any](t *testing.T, x subject[T]) {
	t.Run("keeps what is saved", func(t *testing.T) { testKeeps(t, x) })
	t.Run("refuses bad and stale records", func(t *testing.T) { testRefuses(t, x) })
	t.Run("lists in order and by page", func(t *testing.T) { testLists(t, x) })
	t.Run("deletes into the trash and restores", func(t *testing.T) { testTrash(t, x) })
	t.Run("writes history", func(t *testing.T) { testHistory(t, x) })
	if x.search {
		t.Run("finds by words", func(t *testing.T) { testWords(t, x) })
	}
}

func setup[T any](t *testing.T, x subject[T], n int) (*store.Store, model.Register[T], []T) {
	s := newStore(t)
	partner := newPartner(900)
	if err := s.Partners().Save(t.Context(), &partner); err != nil {
		t.Fatal(err)
	}

	var made []T
	for i := range n {
		rec := x.make(i)
		if err := x.of(s).Save(t.Context(), &rec); err != nil {
			t.Fatal(err)
		}
		made = append(made, rec)
	}

	return s, x.of(s), made
}

func testKeeps[T any](t *testing.T, x subject[T]) {
	_, register, made := setup(t, x, 1)
	b := x.base(&made[0])
	if b.ID == 0 || b.Version != 1 || b.CreatedBy != "nur.aisyah" || b.CreatedAt.IsZero() || b.UpdatedAt.IsZero() {
		t.Errorf("base after insert: %+v", *b)
	}

	got := must(register.Get(t.Context(), b.ID))(t)
	if diff := cmp.Diff(made[0], got); diff != "" {
		t.Error(diff)
	}

	x.change(&got)
	want := got
	if err := register.Save(t.Context(), &got); err != nil {
		t.Fatal(err)
	}
	if b := x.base(&got); b.Version != 2 || b.CreatedAt != x.base(&made[0]).CreatedAt || !b.UpdatedAt.After(b.CreatedAt) {
		t.Errorf("base after update: %+v", *b)
	}
	if diff := cmp.Diff(want, must(register.Get(t.Context(), b.ID))(t), cmpopts.IgnoreTypes(model.Base{}), cmpopts.EquateEmpty()); diff != "" {
		t.Error(diff)
	}
}

func testRefuses[T any](t *testing.T, x subject[T]) {
	s, register, made := setup(t, x, 1)
	bad := x.make(7)
	x.spoil(&bad)
	if err := register.Save(t.Context(), &bad); model.AsProblems(err) == nil || x.base(&bad).ID != 0 {
		t.Errorf("bad record: %v, id %d", err, x.base(&bad).ID)
	}

	first := made[0]
	second := made[0]
	x.change(&first)
	if err := register.Save(t.Context(), &first); err != nil {
		t.Fatal(err)
	}

	before := x.base(&second).Version
	if err := register.Save(t.Context(), &second); !errors.Is(err, model.ErrStale) || x.base(&second).Version != before {
		t.Errorf("stale: %v", err)
	}
	if _, err := register.Get(t.Context(), 9999); !errors.Is(err, model.ErrNotFound) {
		t.Errorf("get: %v", err)
	}

	ghost := x.make(8)
	x.base(&ghost).ID = 9999
	if err := register.Save(t.Context(), &ghost); !errors.Is(err, model.ErrNotFound) {
		t.Errorf("save: %v", err)
	}
	if err := register.Delete(t.Context(), 9999); !errors.Is(err, model.ErrNotFound) {
		t.Errorf("delete: %v", err)
	}

	ended, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := x.of(s).Find(ended, model.Query{}); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
}

func testLists[T any](t *testing.T, x subject[T]) {
	_, register, made := setup(t, x, 7)
	ids := make([]model.ID, len(made))
	for i := range made {
		ids[i] = x.base(&made[i]).ID
	}

	all := must(register.IDs(t.Context(), model.Query{}))(t)
	all = slices.DeleteFunc(all, func(id model.ID) bool { return !slices.Contains(ids, id) })
	if !slices.Equal(all, ids) {
		t.Errorf("order %v, want %v", all, ids)
	}

	whole := must(register.IDs(t.Context(), model.Query{}))(t)
	back := must(register.IDs(t.Context(), model.Query{Desc: true}))(t)
	slices.Reverse(back)
	if !slices.Equal(back, whole) {
		t.Errorf("descending is not the reverse: %v and %v", back, whole)
	}
	if n := must(register.Count(t.Context(), model.Query{Offset: 2, Limit: 3}))(t); n != len(whole) {
		t.Errorf("%d counted, %d are there", n, len(whole))
	}

	page := must(register.Find(t.Context(), model.Query{Offset: 2, Limit: 3}))(t)
	if len(page) != 3 || x.base(&page[0]).ID != whole[2] || x.base(&page[2]).ID != whole[4] {
		t.Errorf("page of %d", len(page))
	}

	rows := must(register.Rows(t.Context(), []model.ID{ids[5], 9999, ids[1]}))(t)
	if len(rows) != 2 || x.base(&rows[0]).ID != ids[5] || x.base(&rows[1]).ID != ids[1] {
		t.Errorf("rows: %d", len(rows))
	}
	if _, err := register.Find(t.Context(), model.Query{Sort: "name; DROP TABLE partner"}); err == nil {
		t.Error("unknown sort was taken")
	}
	if _, err := register.IDs(t.Context(), model.Query{Filter: model.Filters{"1=1 --": "x"}}); err == nil {
		t.Error("unknown filter was taken")
	}
	if _, err := register.Count(t.Context(), model.Query{Filter: model.Filters{"1=1 --": "x"}}); err == nil {
		t.Error("unknown filter was counted")
	}
}

func testTrash[T any](t *testing.T, x subject[T]) {
	s, register, made := setup(t, x, 2)
	id := x.base(&made[0]).ID
	for range 2 {
		if err := register.Delete(t.Context(), id); err != nil {
			t.Fatal(err)
		}
	}

	if got := must(register.Get(t.Context(), id))(t); x.base(&got).DeletedAt.IsZero() {
		t.Error("not marked as deleted")
	}
	if slices.Contains(must(register.IDs(t.Context(), model.Query{}))(t), id) {
		t.Error("still listed")
	}
	if trash := must(register.IDs(t.Context(), model.Query{Deleted: true}))(t); !slices.Equal(trash, []model.ID{id}) {
		t.Errorf("trash %v", trash)
	}
	if hits := must(s.Trash(t.Context()))(t); len(hits) != 1 || hits[0].Entity != x.entity || hits[0].Record != id {
		t.Errorf("trash %v", hits)
	}
	if err := register.Restore(t.Context(), id); err != nil {
		t.Fatal(err)
	}
	if !slices.Contains(must(register.IDs(t.Context(), model.Query{}))(t), id) {
		t.Error("not restored")
	}
}

func testHistory[T any](t *testing.T, x subject[T]) {
	s, register, made := setup(t, x, 1)
	rec := made[0]
	id := x.base(&rec).ID
	x.change(&rec)
	for _, err := range []error{register.Save(t.Context(), &rec), register.Delete(t.Context(), id), register.Restore(t.Context(), id)} {
		if err != nil {
			t.Fatal(err)
		}
	}

	var actions []string
	lines := must(s.History(t.Context(), x.entity, id, 0))(t)
	for _, h := range lines {
		actions = append(actions, h.Action)
		if h.User != "nur.aisyah" || h.At.IsZero() || len(h.After) == 0 {
			t.Errorf("line %+v", h)
		}
	}

	if want := []string{"restore", "delete", "update", "create"}; !slices.Equal(actions, want) {
		t.Errorf("actions %v, want %v", actions, want)
	}
	if lines[3].Before != nil || len(lines[2].Changes()) == 0 {
		t.Errorf("changes %v", lines[2].Changes())
	}
	if got := must(s.History(t.Context(), x.entity, id, 2))(t); len(got) != 2 {
		t.Errorf("limit: %d", len(got))
	}
}

func testWords[T any](t *testing.T, x subject[T]) {
	_, register, made := setup(t, x, 3)
	for _, text := range []string{"nomor1", "NOMOR1", "nomor1 ", `"nomor1"`} {
		got := must(register.IDs(t.Context(), model.Query{Text: text}))(t)
		if !slices.Equal(got, []model.ID{x.base(&made[1]).ID}) {
			t.Errorf("%q finds %v", text, got)
		}
	}

	if got := must(register.IDs(t.Context(), model.Query{Text: "nomor"}))(t); len(got) < 3 {
		t.Errorf("beginning of a word finds %v", got)
	}

	for _, text := range []string{`"`, `a" OR "b`, "* AND (", "NEAR(a b)", "nomor1 -x:y", "\x00", "\xff\xfe", "^nomor", "🙂 —"} {
		if _, err := register.IDs(t.Context(), model.Query{Text: text}); err != nil {
			t.Errorf("%q: %v", text, err)
		}
	}
}

func TestRegister_Evaluations(t *testing.T) {
	testRegister(t, subject[model.Evaluation]{entity: "evaluation", search: true,
		of: func(s *store.Store) model.Register[model.Evaluation] {
			if found, err := s.Agreements().IDs(t.Context(), model.Query{}); err == nil && len(found) == 0 {
				a := newDraft(1)
				if err := s.Agreements().Save(t.Context(), &a); err != nil {
					t.Fatal(err)
				}
			}
			return s.Evaluations()
		},
		base: func(r *model.Evaluation) *model.Base { return &r.Base },
		make: func(n int) model.Evaluation {
			day := asOf().AddDays(-n)
			return model.Evaluation{AgreementID: 1, Status: model.EvaluationDraft, PeriodStart: day.AddDays(-90), PeriodEnd: day, Date: day,
				Lessons: fmt.Sprintf("rapat lebih sering nomor%d", n)}
		},
		change: func(r *model.Evaluation) { r.Strengths = "balasan cepat" }, spoil: func(r *model.Evaluation) { r.Recommendation = "nasib" }})
}

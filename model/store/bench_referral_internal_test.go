package store

import (
	"database/sql"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"runtime"
	"testing"
	"time"

	"jejaring/model"
	"jejaring/model/testclock"
)

const manyPatients = 30_000

// hospital is a register with many referrals of many patients, all sealed, with the first line of their history.
func hospital(b *testing.B) *Store {
	b.Helper()
	return prepared(b, "hospital", func(s *Store) error { return admit(b, s) })
}

func admit(b *testing.B, s *Store) error {
	for n := range 12 {
		p := somebody(n, "")
		if err := s.Partners().Save(b.Context(), &p); err != nil {
			return err
		}
	}

	return s.change(b.Context(), func(tx *sql.Tx) error {
		for n := range manyPatients {
			p := model.Patient{Name: fmt.Sprintf("Pasien Percobaan %d", n), MRNo: fmt.Sprintf("SM-%06d", n), Sex: "P", AgeYears: n % 90,
				NIK: fmt.Sprintf("999999%010d", n), Phone: "+6281200000000", Address: "Jalan Percobaan", InsuranceNo: fmt.Sprintf("%013d", n)}
			if err := patients(s).write(b.Context(), tx, nil, &p); err != nil {
				return err
			}
			if err := patients(s).note(b.Context(), tx, "create", nil, &p); err != nil {
				return err
			}
		}

		for n := range many {
			r := manyReferral(n)
			if err := referrals(s).write(b.Context(), tx, nil, &r); err != nil {
				return err
			}
			if err := referrals(s).index(b.Context(), tx, &r); err != nil {
				return err
			}
			if err := referrals(s).note(b.Context(), tx, "create", nil, &r); err != nil {
				return err
			}
		}

		return nil
	})
}

// manyReferral is the nth of five years of referrals. One in twenty is not closed.
func manyReferral(n int) model.Referral {
	at := time.Date(2022, 1, 1, 0, 0, 0, 0, time.UTC).Add(time.Duration(n) * 26 * time.Minute)
	status := model.ReferralClosed
	if n%20 == 0 {
		status = model.ReferralStatuses()[n/20%len(model.ReferralStatuses())]
	}

	return model.Referral{Direction: []string{"out", "out", "in"}[n%3], ReferralNo: fmt.Sprintf("%04d/RJK/KLN-SM/%s/%d", n, model.Roman(int(at.Month())), at.Year()),
		ReferralAt: at, ServiceType: model.ServiceTypes()[n%3], Orientation: "vertikal", Urgency: model.Urgencies()[n%3],
		PartnerID: model.ID(n%12 + 1), PartnerName: fmt.Sprintf("Mitra %04d", n%12), DestUnit: "Poli Jantung", PatientID: model.ID(n%manyPatients + 1), Insurance: "bpjs_pbi",
		InsuranceNo: "0000888000001", DxPrimary: model.Diagnosis{Code: "I10", Text: model.Text{ID: "Hipertensi"}},
		ReasonCategory: "specialist_opinion", ReasonText: "Perlu pemeriksaan dokter spesialis", Anamnesis: "Nyeri dada sejak kemarin",
		Therapy: "Amlodipin 5 mg", Consent: model.Consent{Person: "Keluarga", Relation: "istri"}, Status: status,
		SentAt: at, DecidedAt: at, DepartedAt: at, ArrivedAt: at, IssuedAt: at, BackReferredAt: at}
}

func BenchmarkReferrals(b *testing.B) {
	s := hospital(b)
	register := s.Referrals()
	floor(b, s, "SELECT referral_no FROM referral WHERE id BETWEEN ? AND ?")
	page := func(name string, q func() model.Query) {
		b.Run(name, func(b *testing.B) {
			measure(b, func() error { _, err := register.Find(b.Context(), q()); return err })
		})
	}
	page("first page, sealed parts opened", func() model.Query { return model.Query{Limit: 50} })
	page("page at random depth", func() model.Query { return model.Query{Offset: rand.IntN(many - 50), Limit: 50} })
	page("who waits, longest first", func() model.Query {
		return model.Query{Filter: model.Filters{model.ByWaiting: "yes"}, Sort: "waiting_since", Limit: 50}
	})
	page("outgoing of a partner", func() model.Query {
		return model.Query{Filter: model.Filters{model.ByDirection: "out", model.ByPartner: "5"}, Limit: 50}
	})
	page("of a patient", func() model.Query {
		return model.Query{Filter: model.Filters{model.ByPatient: fmt.Sprint(rand.IntN(manyPatients) + 1)}, Limit: 50}
	})
	anyList(b, referrals(s), map[model.FilterName][]string{model.ByDirection: {"in", "out"}, model.ByStatus: {"closed", "sent", "draft"},
		model.ByUrgency: model.Urgencies(), model.ByService: model.ServiceTypes(), model.ByPartner: {"1", "5"}, model.ByPatient: {"3"},
		model.ByWaiting: {"yes", "reply"}})
	page("search for a number", func() model.Query { return model.Query{Text: fmt.Sprintf("%04d/RJK", rand.IntN(many)), Limit: 50} })
	page("search for a partner", func() model.Query { return model.Query{Text: "Mitra 0007", Limit: 50} })
	b.Run("all identifiers", func(b *testing.B) {
		measure(b, func() error { _, err := register.IDs(b.Context(), model.Query{}); return err })
	})

	for name, text := range map[string]string{"NIK": "999999%010d", "name": "Pasien Percobaan %d", "record number": "SM-%06d"} {
		b.Run("patient by "+name, func(b *testing.B) {
			measure(b, func() error {
				found, err := s.Patients().Twins(b.Context(), fmt.Sprintf(text, rand.IntN(manyPatients)))
				if err == nil && len(found) != 1 {
					b.Fatalf("%d found", len(found))
				}
				return err
			})
		})
	}

	b.Run("patient by the name alone", func(b *testing.B) {
		measure(b, func() error { _, err := s.Patients().Find(b.Context(), "perco"); return err })
	})
	b.Run("patient by a beginning of the name and a number", func(b *testing.B) {
		measure(b, func() error {
			_, err := s.Patients().Find(b.Context(), fmt.Sprintf("perc %d", rand.IntN(manyPatients)))
			return err
		})
	})
	page("search for a patient", func() model.Query {
		return model.Query{Text: fmt.Sprintf("perc %d", rand.IntN(manyPatients)), Limit: 50}
	})
	day := model.Date{Year: 2025, Month: 11, Day: 21}
	b.Run("key figures of a year", func(b *testing.B) {
		measure(b, func() error { _, err := s.Overview().KPIs(b.Context(), model.PeriodOf("year", day)); return err })
	})
	b.Run("referrals per month", func(b *testing.B) {
		measure(b, func() error { _, err := s.Overview().OutgoingByMonth(b.Context(), day.AddMonths(-11), day); return err })
	})
	b.Run("home screen", func(b *testing.B) {
		measure(b, func() error {
			if _, err := s.Overview().Counts(b.Context(), day); err != nil {
				return err
			}
			_, err := s.Overview().Attention(b.Context(), day, 20)
			return err
		})
	})
}

// BenchmarkCertificates issues 100 certificates at once: numbers, papers, history and search, in one durable transaction.
// The papers themselves are empty here; package letter measures their making.
func BenchmarkCertificates(b *testing.B) {
	s, err := Open(b.Context(), filepath.Join(b.TempDir(), "register.db"), Options{Actor: "admin", Sealer: testSealer(b), Now: testclock.New()})
	if err != nil {
		b.Fatal(err)
	}

	b.Cleanup(func() { _ = s.Close() })
	clinic := model.NewClinic()
	clinic.Name, clinic.ShortCode, clinic.Address, clinic.City = "Klinik", "KLN-SM", "Jalan", "Kota"
	clinic.Phone, clinic.Email, clinic.HeadName = "119", "a@example.com", "dr. R"
	if err := s.SaveClinic(b.Context(), &clinic); err != nil {
		b.Fatal(err)
	}

	day := model.Date{Year: 2026, Month: 11, Day: 21}
	n := 0
	measure(b, func() error {
		n++
		t := model.NewTraining(day)
		t.Number = fmt.Sprintf("TR-2026-%03d", n)
		t.Title = "Pelatihan"
		t.Status = model.TrainingFinished
		t.Start, t.End = day.AddDays(-1), day.AddDays(-1)
		for i := range 100 {
			t.Participants = append(t.Participants, model.Participant{Name: fmt.Sprintf("Peserta %d", i), Role: "peserta", AttendancePct: 100})
		}

		if err := s.Trainings().Save(b.Context(), &t); err != nil {
			return err
		}

		docs, err := s.Papers().Issue(b.Context(), model.Issue{Type: "SRT", About: model.About(model.EntityTraining, t.ID), Today: day}, func(d model.LetterData) ([]model.Paper, error) {
			return []model.Paper{{Copies: 1, FileName: "srt.pdf", PDF: []byte("%PDF-")}}, nil
		})
		if err == nil && len(docs) != 100 {
			b.Fatalf("%d certificates", len(docs))
		}

		return err
	})
}

// BenchmarkCheck examines a whole register, sealed parts and history included.
func BenchmarkCheck(b *testing.B) {
	s := hospital(b)
	floor(b, s, "SELECT referral_no FROM referral WHERE id BETWEEN ? AND ?")
	b.Run("whole", func(b *testing.B) {
		measure(b, func() error {
			r, err := s.Check(b.Context())
			if err == nil && !r.OK {
				b.Fatal(len(r.Findings), r.Findings[0])
			}
			return err
		})
	})
}

// BenchmarkListAll hands out all referrals as the command list does, and tells when the first one came and how much memory it took.
func BenchmarkListAll(b *testing.B) {
	s := hospital(b)
	floor(b, s, "SELECT referral_no FROM referral WHERE id BETWEEN ? AND ?")
	listing, _ := s.Listing("referrals")
	b.Run("all", func(b *testing.B) {
		var first time.Duration
		var most uint64
		measure(b, func() error {
			n, since := 0, stopwatch()
			return listing.Each(b.Context(), model.Query{}, func(any, []string) error {
				if n++; n == 1 {
					first = since()
				}
				if n%5000 == 0 {
					var m runtime.MemStats
					runtime.ReadMemStats(&m)
					most = max(most, m.HeapAlloc)
				}
				return nil
			})
		})
		b.ReportMetric(float64(first.Microseconds())/1000, "first-ms")
		b.ReportMetric(float64(most>>20), "heap-MB")
	})
}

// BenchmarkSaveReferral saves a referral that is open on the screen, as a person does who writes a word into it.
func BenchmarkSaveReferral(b *testing.B) {
	s := hospital(b)
	if _, err := s.write.Exec("CREATE TABLE floor (id INTEGER PRIMARY KEY, name TEXT)"); err != nil {
		b.Fatal(err)
	}

	b.Run("floor: durable insert of one text", func(b *testing.B) {
		measure(b, func() error { _, err := s.write.Exec("INSERT INTO floor (name) VALUES ('Mitra')"); return err })
	})
	b.Run("durable update of a referral", func(b *testing.B) {
		measure(b, func() error {
			r, err := s.Referrals().Get(b.Context(), model.ID(rand.IntN(many/2)+1))
			if err != nil {
				return err
			}
			r.Note += "."
			return s.Referrals().Save(b.Context(), &r)
		})
	})
}

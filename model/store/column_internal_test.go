package store

import (
	"database/sql"
	"fmt"
	"path/filepath"
	"reflect"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"jejaring/model"
	"jejaring/model/testclock"
)

func openInternal(t *testing.T) *Store {
	t.Helper()
	s, err := Open(t.Context(), filepath.Join(t.TempDir(), "register.db"), Options{Actor: "admin", Sealer: testSealer(t), Now: testclock.New()})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	return s
}

// fill gives every field a value of its own, however deep; identifiers become 1.
func fill(v reflect.Value, name string, n *int) {
	*n++
	switch v.Interface().(type) {
	case model.ID:
		v.SetInt(1)
		return
	case model.Date:
		v.Set(reflect.ValueOf(model.Date{Year: 2026, Month: 5, Day: *n%28 + 1}))
		return
	case time.Time:
		v.Set(reflect.ValueOf(time.Date(2026, 5, 1, 0, 0, *n, 123000, time.UTC)))
		return
	}

	switch v.Kind() {
	case reflect.String:
		v.SetString(fmt.Sprintf("%s é\x00%d", name, *n))
	case reflect.Int, reflect.Int64:
		v.SetInt(int64(*n))
	case reflect.Uint32:
		v.SetUint(uint64(4_000_000_000 + *n))
	case reflect.Float64:
		v.SetFloat(float64(*n) + 0.25)
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Uint8:
		v.SetUint(uint64(*n % 256))
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		for i := range 2 {
			fill(v.Index(i), name, n)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).Type != reflect.TypeFor[model.Base]() {
				fill(v.Field(i), v.Type().Field(i).Name, n)
			}
		}
	}
}

// testColumns proves that no field of a record is forgotten by its table, neither on insert nor on update.
func testColumns[T any](t *testing.T, name string, of func(*Store) *table[T], adjust func(*T)) {
	t.Run(name, func(t *testing.T) {
		s := openInternal(t)
		for _, row := range []string{
			`INSERT INTO partner SELECT 1, '', 'x', '', 'x', '', NULL, 1, 'PartnerName', '', '', '', '', '', '', '', '', '', NULL, '', '',
				'', '', '', '', '', '', 'Kota', '', '', '', 'ID', '', '', '[]', '', '[]', 0, 0, '', '', '', '[]', '', ''`,
			`INSERT INTO staff SELECT 1, '', 'x', '', 'x', '', NULL, 1, '', 'Dewi', '', 'perawat', '', '', 1, NULL, '', NULL, '', '',
				NULL, NULL, 0, 1, NULL, 0, '', '', ''`,
			`INSERT INTO patient (id, created_at, created_by, updated_at, updated_by, version, initials, mr_no)
				VALUES (1, 'x', '', 'x', '', 1, 'N.', 'MRNo')`,
			`INSERT INTO mailbox SELECT 1, '', 'x', '', 'x', '', NULL, 1, 'm', 'h', 1, 'tls', 'u', '', '[]', 0, 1, '{}'`,
		} {
			if _, err := s.write.Exec(row); err != nil {
				t.Fatal(err)
			}
		}

		if err := s.change(t.Context(), func(tx *sql.Tx) error { return agreements(s).put(t.Context(), tx, mainAgreement(), "test") }); err != nil {
			t.Fatal(err)
		}

		n := 0
		for range 2 {
			rec := new(T)
			err := s.change(t.Context(), func(tx *sql.Tx) error {
				if n > 0 {
					old, err := of(s).fetch(t.Context(), tx, true, "TRUE ORDER BY id DESC LIMIT 1")
					if err != nil {
						return err
					}
					*of(s).base(rec) = *of(s).base(&old[0])
				}

				fill(reflect.ValueOf(rec).Elem(), "", &n)
				adjust(rec)
				want := *rec
				if err := of(s).put(t.Context(), tx, rec, "test"); err != nil {
					return err
				}

				*of(s).base(&want) = *of(s).base(rec)
				if diff := cmp.Diff(want, *rec); diff != "" {
					t.Error(diff)
				}
				return nil
			})
			if err != nil {
				t.Fatal(err)
			}
		}
	})
}

// mainAgreement is the one that other records refer to.
func mainAgreement() *model.Agreement {
	a := model.NewAgreement(model.Date{Year: 2026, Month: 1, Day: 1})
	a.Title, a.Parties = "Rujukan", nil
	return &a
}

func TestColumns_NoFieldIsForgotten(t *testing.T) {
	testColumns(t, "clinic", clinics, func(*model.Clinic) {})
	testColumns(t, "staff", staff, func(r *model.Staff) { r.NIK = "" })
	testColumns(t, "partner", partners, func(*model.Partner) {})
	testColumns(t, "legal_basis", legalBases, func(*model.LegalBasis) {})
	testColumns(t, "mailbox", mailboxes, func(*model.Mailbox) {})
	testColumns(t, "number_entry", numbers, func(r *model.NumberEntry) {
		r.Status, r.DocumentID, r.AgreementID = "issued", 0, 0
	})
	testColumns(t, "document", documents, func(r *model.Document) {
		r.Status, r.NumberID, r.AgreementID, r.PartnerName, r.Snapshot = "issued", 0, 0, "PartnerName", nil
		r.Person = ""
	})
	testColumns(t, "message", messages, func(r *model.Message) {
		r.PartnerName, r.Body, r.Enclosed, r.AgreementIDs = "PartnerName", "", "", nil
	})
	testColumns(t, "patient", patients, func(*model.Patient) {})
	testColumns(t, "skp_record", skpRecords, func(*model.SKPRecord) {})
	testColumns(t, "obstacle", obstacles, func(r *model.Obstacle) {
		r.AgreementID, r.ReferralID, r.TrainingID, r.About = 0, 0, 0, "PartnerName"
	})
	testColumns(t, "evaluation", evaluations, func(r *model.Evaluation) {
		r.AgreementID, r.About, r.Partners = 0, "", ""
	})
	testColumns(t, "reminder", reminders, func(r *model.Reminder) {
		r.AssigneeStaffID, r.AgreementID, r.ReferralID, r.TrainingID, r.ObstacleID = 0, 0, 0, 0, 0
		r.About, r.Assignee = "PartnerName", ""
	})
	testColumns(t, "addendum", addenda, func(r *model.Addendum) {
		r.AgreementID, r.Main = 1, model.MainOf(*mainAgreement())
	})
	testColumns(t, "training", trainings, func(r *model.Training) {
		r.AgreementID, r.Documents, r.Invited = 0, nil, false
		for i := range r.Participants {
			r.Participants[i].RecordID, r.Participants[i].NIK = model.ID(i+1), ""
		}
		for i := range r.Sessions {
			r.Sessions[i].Was = i + 1
		}
	})
	testColumns(t, "referral", referrals, func(r *model.Referral) {
		r.AgreementID, r.NextReferralID, r.OriginReferralID = 0, 0, 0
		r.PartnerName, r.Initials, r.MRNo = "PartnerName", "N.", "MRNo"
	})
	testColumns(t, "agreement", agreements, func(r *model.Agreement) {
		r.ParentID, r.SuccessorID, r.FacilitatorPartnerID = 0, 0, 1
		for i := range r.Parties {
			r.Parties[i].PartnerName = "PartnerName"
		}
		for i := range r.Obligations {
			r.Obligations[i].RecordID = model.ID(i + 1)
		}
		r.Documents = nil
	})
}

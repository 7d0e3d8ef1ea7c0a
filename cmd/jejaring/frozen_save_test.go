package main

import (
	"context"
	"encoding/json"
	"errors"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"jejaring/model"
	"jejaring/model/testclock"
)

// standing is a record of which a paper stands, read and saved as a person would.
type standing[T any] struct {
	name     string
	register model.Register[T]
	id       model.ID
	base     func(*T) *model.Base
	frozen   func(T) func(string) bool
	changed  func(before, after T) model.Problems
	// others are changes that no value alone makes: references, and lists that become longer or shorter.
	others map[string]func(*T)
}

func (x standing[T]) get(t *testing.T) T {
	t.Helper()
	rec, err := x.register.Get(t.Context(), x.id)
	if err != nil {
		t.Fatal(err)
	}
	return rec
}

// each tries every field alone: a frozen one is refused and nothing changes; of the others, none changes a frozen one.
func (x standing[T]) each(t *testing.T) {
	start := x.get(t)
	refused := 0
	holds := x.frozen(start)
	save := func(path string, rec T, frozen bool) {
		before := x.get(t)
		*x.base(&rec) = *x.base(&before)
		err := x.register.Save(context.Background(), &rec)
		after := x.get(t)
		if ps := x.changed(before, after); ps != nil {
			t.Errorf("%s: %v", path, ps)
		}

		*x.base(&after) = *x.base(&before)
		if frozen && asText(before) != asText(after) { // a number that is typed over is simply kept
			t.Errorf("%s stands on the paper and was saved", path)
		}
		if frozen && !errors.Is(err, model.ErrTransition) && err != nil && model.AsProblems(err) == nil {
			t.Errorf("%s: %v", path, err)
		}

		for _, p := range model.AsProblems(err) {
			if p.Code == model.CodeFrozen {
				refused++
				break
			}
		}
	}

	for _, path := range pathsOf(start) {
		rec := x.get(t)
		setOnly(&rec, path)
		save(path, rec, holds(path))
	}

	for path, change := range x.others {
		rec := x.get(t)
		change(&rec)
		save(path, rec, true)
		before := x.get(t)
		if fresh := before; x.changed(before, rec) == nil {
			t.Errorf("%s: the change does not count as one (%v)", path, asText(fresh) == asText(rec))
		}
	}

	if refused < 5 {
		t.Errorf("%d fields were refused", refused)
	}
}

// random changes some fields at once, again and again; what stands on the paper stays as it was.
func (x standing[T]) random(t *testing.T, random *rand.Rand) {
	first := x.get(t)
	paths := pathsOf(first)
	saved := 0
	holds := x.frozen(first)
	free := slices.DeleteFunc(slices.Clone(paths), holds)

	for range 60 {
		rec := x.get(t)
		from := paths
		if random.IntN(2) == 0 {
			from = free
		}

		for range 1 + random.IntN(3) {
			setOnly(&rec, from[random.IntN(len(from))])
		}

		if x.register.Save(t.Context(), &rec) == nil {
			saved++
		}
		if ps := x.changed(first, x.get(t)); ps != nil {
			t.Fatalf("a plain save changed %v", ps)
		}
	}

	if saved == 0 {
		t.Error("no save came through, so nothing was tried")
	}
}

func asText(v any) string {
	text, _ := json.Marshal(v)
	return string(text)
}

func pathsOf[T any](rec T) (paths []string) {
	leaves(reflect.ValueOf(&rec).Elem(), "", func(path string) { paths = append(paths, path) })
	return paths
}

// setOnly changes the value at one path for good.
func setOnly[T any](rec *T, path string) {
	var found *T
	leaves(reflect.ValueOf(rec).Elem(), "", func(at string) {
		if at == path && found == nil {
			var copied T
			_ = json.Unmarshal([]byte(asText(*rec)), &copied)
			found = &copied
		}
	})
	if found != nil {
		*rec = *found
	}
}

func TestFrozen_NoPlainSaveChangesWhatStandsOnAPaper(t *testing.T) {
	seed := rand.Uint64()
	t.Logf("seed %d", seed)
	random := rand.New(rand.NewPCG(seed, 11))
	dir := withSample(t)
	drafted := agreedOn(t, dir, nil)
	o, err := openOffice(t.Context(), dir, ownFile, clock{now: testclock.New()})
	if err != nil {
		t.Fatal(err)
	}

	defer o.Close()
	id := func(kind model.Entity, code string) model.ID {
		found, err := o.Resolve(t.Context(), kind, code)
		if err != nil {
			t.Fatal(err)
		}
		return found
	}
	today := model.Date{Year: 2026, Month: 11, Day: 21}
	issue := func(i model.Issue) {
		i.Today = today
		if i.Date.IsZero() {
			i.Date = today
		}
		if _, err := o.issue(t.Context(), i); err != nil {
			t.Fatal(i.Type, err)
		}
	}
	issue(model.Issue{Type: "PKS", About: model.About(model.EntityAgreement, id("agreement", drafted))})
	issue(model.Issue{Type: "RJK", About: model.About(model.EntityReferral, id("referral", "F33"))})
	reply, err := o.Referrals().Get(t.Context(), id("referral", "F40"))
	if err != nil {
		t.Fatal(err)
	}

	reply = answered(t, o, reply)
	issue(model.Issue{Type: "SRB", About: model.About(model.EntityReferral, reply.ID)})
	invited, err := o.Trainings().Get(t.Context(), id("training", "T08"))
	if err != nil {
		t.Fatal(err)
	}

	invited.Purpose, invited.Place, invited.RSVPDate = model.Text{ID: "meningkatkan mutu"}, "Aula", invited.Start.AddDays(-3)
	invited.Sessions = []model.Session{{Date: invited.Start, Start: "08:00", End: "09:30", Topic: "Etika"}}
	if err := o.Trainings().Save(t.Context(), &invited); err != nil {
		t.Fatal(err)
	}

	issue(model.Issue{Type: "UND", About: model.About(model.EntityTraining, id("training", "T08")), PartnerID: id("partner", "P04")})
	for _, code := range []string{drafted, "A01", "A10"} {
		x := agreementStanding(o, id("agreement", code))
		t.Run("agreement "+code, x.each)
		t.Run("agreement "+code+" at random", func(t *testing.T) { x.random(t, random) })
	}

	for _, code := range []string{"F33", "F40", "F30"} {
		x := referralStanding(o, id("referral", code), id("partner", "P11"))
		t.Run("referral "+code, x.each)
		t.Run("referral "+code+" at random", func(t *testing.T) { x.random(t, random) })
	}

	for _, code := range []string{"T06", "T08", "T07"} {
		x := trainingStanding(o, id("training", code))
		t.Run("training "+code, x.each)
		t.Run("training "+code+" at random", func(t *testing.T) { x.random(t, random) })
	}
}

func agreementStanding(o *office, id model.ID) standing[model.Agreement] {
	type A = model.Agreement
	return standing[A]{name: "agreement", register: o.Agreements(), id: id, base: func(r *A) *model.Base { return &r.Base },
		frozen: func(r A) func(string) bool { return r.Frozen }, changed: func(a, b A) model.Problems { return a.Changed(b) },
		others: map[string]func(*A){
			"another partner": func(r *A) { r.Parties[1].PartnerID++ },
			"one scope more":  func(r *A) { r.ScopeItems = append(r.ScopeItems, model.Text{ID: "lain"}) },
			"no obligations": func(r *A) {
				r.Obligations = append(r.Obligations, model.Obligation{Party: "p2", Text: model.Text{ID: "lain"}})
			},
			"one annex more":   func(r *A) { r.Annexes = append(r.Annexes, model.Annex{Text: model.Text{ID: "lain"}}) },
			"one party more":   func(r *A) { r.Parties = append(r.Parties, model.Party{Role: "p3", PartnerID: 3}) },
			"another contact":  func(r *A) { r.PICs = append(r.PICs, model.PIC{Party: "p2", Name: "Baru"}) },
			"one goal more":    func(r *A) { r.Goals = append(r.Goals, model.Goal{Text: model.Text{ID: "lain"}}) },
			"another parent":   func(r *A) { r.ParentID += 2 },
			"one basis more":   func(r *A) { r.LegalBasisIDs = append(r.LegalBasisIDs, 3) },
			"one right more":   func(r *A) { r.Rights = append(r.Rights, model.Right{Party: "p1", Text: model.Text{ID: "lain"}}) },
			"one indicator":    func(r *A) { r.KPIs = append(r.KPIs, model.KPI{Name: "lain"}) },
			"another mediator": func(r *A) { r.FacilitatorPartnerID += 3 },
		}}
}

func referralStanding(o *office, id, other model.ID) standing[model.Referral] {
	type R = model.Referral
	return standing[R]{name: "referral", register: o.Referrals(), id: id, base: func(r *R) *model.Base { return &r.Base },
		frozen: func(r R) func(string) bool { return r.Frozen }, changed: func(a, b R) model.Problems { return a.Changed(b) },
		others: map[string]func(*R){
			"another destination": func(r *R) { r.PartnerID = other },
			"another patient":     func(r *R) { r.PatientID++ },
			"another doctor":      func(r *R) { r.DoctorStaffID++ },
		}}
}

func trainingStanding(o *office, id model.ID) standing[model.Training] {
	type T = model.Training
	return standing[T]{name: "training", register: o.Trainings(), id: id, base: func(r *T) *model.Base { return &r.Base },
		frozen: func(r T) func(string) bool { return r.Frozen }, changed: func(a, b T) model.Problems { return a.Changed(b) },
		others: map[string]func(*T){
			"one session more": func(r *T) {
				r.Sessions = append(r.Sessions, model.Session{Date: r.Start, Start: "13:00", End: "14:00", Topic: "lain"})
			},
			"another speaker": func(r *T) {
				r.Participants = append(r.Participants, model.Participant{Name: "dr. Baru", Role: "narasumber", Registration: "confirmed", AttendancePct: -1})
			},
			"another institution": func(r *T) { r.PartnerIDs = append(r.PartnerIDs, 9) },
		}}
}

// answered moves an incoming referral to where our reply can be issued.
func answered(t *testing.T, o *office, r model.Referral) model.Referral {
	t.Helper()
	for _, x := range []struct {
		step model.StepName
		said model.ReferralChange
	}{{"accept", model.ReferralChange{By: "Nur"}}, {"arrive", model.ReferralChange{ReceivedBy: "Nur", Condition: "Baik"}}} {
		if _, err := o.ReferralChanges().Apply(t.Context(), r.ID, x.step, x.said); err != nil {
			t.Fatal(x.step, err)
		}
	}

	r, err := o.Referrals().Get(t.Context(), r.ID)
	if err != nil {
		t.Fatal(err)
	}

	r.Reply = model.Reply{CareDate: model.Date{Year: 2026, Month: 11, Day: 20}, FinalDx: model.Diagnosis{Code: "I10", Text: model.Text{ID: "Hipertensi"}},
		Summary: "Diperiksa", FollowUp: "selesai", Doctor: "dr. Ratna", DoctorSIP: "SIP/1", Advice: "Diet"}
	if err := o.Referrals().Save(t.Context(), &r); err != nil {
		t.Fatal(err)
	}

	return r
}

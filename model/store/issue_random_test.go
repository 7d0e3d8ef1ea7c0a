package store_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"jejaring/model"
	"jejaring/model/store"
)

// clerk issues, corrects, cancels and translates at random; much of it is refused, as it should be.
type clerk struct {
	t          *testing.T
	s          *store.Store
	random     *rand.Rand
	partners   []model.ID
	referrals  []model.ID
	trainings  []model.ID
	agreements []model.ID
}

func (c *clerk) one(ids []model.ID) model.ID { return ids[c.random.IntN(len(ids))] }

func (c *clerk) language() string { return []string{"id", "en", "bilingual"}[c.random.IntN(3)] }

// often is true four times of five.
func (c *clerk) often() bool { return c.random.IntN(5) > 0 }

// issue asks for a paper, and sometimes for the same one in the same breath.
func (c *clerk) issue(i model.Issue) {
	i.Language = c.language()
	i.Date = asOf()
	i.Today = asOf()
	for range 1 + c.random.IntN(2) {
		_, _ = c.s.Papers().Issue(c.t.Context(), i, told)
	}
}

// referral does something with one of the referrals.
func (c *clerk) referral() {
	id := c.one(c.referrals)
	r := must(c.s.Referrals().Get(c.t.Context(), id))(c.t)
	switch c.random.IntN(6) {
	case 0, 1:
		c.issue(model.Issue{Type: "RJK", About: model.About(model.EntityReferral, id)})
	case 2:
		r.PartnerID = c.one(c.partners)
		_, _ = c.s.Papers().Correct(c.t.Context(), &model.Correction{Referral: &r, Reason: "salah", Reissue: c.often(), Today: asOf()}, told)
	case 3:
		r.PartnerID = c.one(c.partners)
		r.AgreementID = 0
		_ = c.s.Referrals().Save(c.t.Context(), &r)
	case 4:
		if !c.often() {
			_, _ = c.s.ReferralChanges().Apply(c.t.Context(), id, "cancel", model.ReferralChange{Reason: "batal"})
		}
	case 5:
		c.referrals[c.random.IntN(len(c.referrals))] = referralOn(c.t, c.s, nil).ID
	}
}

// training does something with one of the trainings: invitations to partners, lists, certificates of all or of one.
func (c *clerk) training() {
	id := c.one(c.trainings)
	r := must(c.s.Trainings().Get(c.t.Context(), id))(c.t)
	switch c.random.IntN(7) {
	case 0:
		c.issue(model.Issue{Type: "UND", About: model.About(model.EntityTraining, id), PartnerID: c.one(c.partners)})
	case 1:
		c.issue(model.Issue{Type: "SRT", About: model.About(model.EntityTraining, id)})
	case 2:
		if len(r.Participants) > 0 {
			c.issue(model.Issue{Type: "SRT", About: model.About(model.EntityTraining, id), People: []model.ID{r.Participants[c.random.IntN(len(r.Participants))].RecordID}})
		}
	case 3:
		c.issue(model.Issue{Type: "DH", About: model.About(model.EntityTraining, id)})
	case 4:
		r.Title = fmt.Sprint("Judul ", c.random.IntN(1000))
		_, _ = c.s.Papers().Correct(c.t.Context(), &model.Correction{Training: &r, Reason: "salah", Reissue: c.often(), Today: asOf()}, told)
	case 5:
		r.Title = fmt.Sprint("Judul ", c.random.IntN(1000))
		r.Place = "Aula"
		_ = c.s.Trainings().Save(c.t.Context(), &r)
	case 6:
		step := []model.StepName{"open", "begin", "finish", "report", "cancel"}[c.random.IntN(5)]
		if step != "cancel" || !c.often() {
			_, _ = c.s.TrainingChanges().Apply(c.t.Context(), id, step, model.TrainingChange{Reason: "uji", Today: asOf()})
		}
	}
}

// agreement does something with one of the agreements: proposals and the agreement itself, taken back and signed.
func (c *clerk) agreement() {
	id := c.one(c.agreements)
	a := must(c.s.Agreements().Get(c.t.Context(), id))(c.t)
	switch c.random.IntN(6) {
	case 0:
		c.issue(model.Issue{Type: "SPK", About: model.About(model.EntityAgreement, id)})
	case 1, 2:
		c.issue(model.Issue{Type: "PKS", About: model.About(model.EntityAgreement, id)})
	case 3:
		a.Title = fmt.Sprint("Rujukan ", c.random.IntN(1000))
		_ = c.s.Agreements().Save(c.t.Context(), &a)
	case 4:
		a.Title = fmt.Sprint("Rujukan ", c.random.IntN(1000))
		_, _ = c.s.Papers().Correct(c.t.Context(), &model.Correction{Agreement: &a, Reason: "salah", Reissue: c.often(), Today: asOf()}, told)
	case 5:
		step := []model.StepName{"submit", "revise", "issue", "return", "sign", "cancel"}[c.random.IntN(6)]
		if step != "cancel" || !c.often() {
			_, _ = c.s.AgreementChanges().Apply(c.t.Context(), id, step, model.Change{Reason: "uji", SignDate: asOf(), SignPlace: "Kota Tirtasana", Today: asOf()})
		}
	}
}

// oneValid is the rule: under a number there is one valid paper in a language, in all its copies, of one record; none is valid
// under a number that was annulled, and every paper has its number in the ledger.
func oneValid(t *testing.T, s *store.Store) {
	t.Helper()
	annulled := map[model.ID]bool{}
	ledger := map[model.ID]string{}
	formatted := map[string]bool{}
	for _, n := range must(s.Numbers().Find(t.Context(), model.Query{}))(t) {
		annulled[n.ID] = n.Status == "annulled"
		ledger[n.ID] = n.Formatted
		if formatted[n.Formatted] {
			t.Errorf("%s stands twice in the ledger", n.Formatted)
		}
		formatted[n.Formatted] = true
	}

	type paper struct{ number, language string }
	type of struct{ version, agreement, referral, training, partner int64 }
	found := map[paper]of{}
	copies := map[paper]map[int]bool{}
	for _, d := range must(s.Documents().Find(t.Context(), model.Query{Filter: model.Filters{model.ByStatus: "issued"}}))(t) {
		if d.Number == "" || d.SHA256 == "" {
			continue // a list without a number, or one of which the sample knows only that it was issued
		}

		at := paper{d.Number, d.Language}
		is := of{int64(d.Revision), int64(d.AgreementID), int64(d.About.Of(model.EntityReferral)), int64(d.About.Of(model.EntityTraining)), int64(d.PartnerID)}
		if was, ok := found[at]; ok && was != is {
			t.Errorf("%s in %s is valid as %+v and as %+v", d.Number, d.Language, was, is)
		}
		if copies[at] == nil {
			copies[at] = map[int]bool{}
		}
		if copies[at][d.CopyNo] {
			t.Errorf("%s in %s has copy %d twice", d.Number, d.Language, d.CopyNo)
		}

		found[at], copies[at][d.CopyNo] = is, true
		if annulled[d.NumberID] {
			t.Errorf("%s was annulled, its paper is valid", d.Number)
		}
		if ledger[d.NumberID] != d.Number {
			t.Errorf("%s stands in the ledger as %q", d.Number, ledger[d.NumberID])
		}
	}
}

// TestIssue_OneNumberOneValidPaper issues, corrects, cancels and translates at random, for referrals, trainings and agreements,
// and holds the rule against the register after each step, and what check finds after each fourth.
func TestIssue_OneNumberOneValidPaper(t *testing.T) {
	seed := rand.Uint64()
	t.Logf("seed %d", seed)
	s := sampleStore(t)
	c := &clerk{t: t, s: s, random: rand.New(rand.NewPCG(seed, 7)), partners: []model.ID{byCode(t, s, "partner", "P01"), byCode(t, s, "partner", "P02"), byCode(t, s, "partner", "P11")}}
	for range 4 {
		c.referrals = append(c.referrals, referralOn(t, s, nil).ID)
	}

	c.trainings = []model.ID{held(t, s, 3).ID, byCode(t, s, "training", "T08"), byCode(t, s, "training", "T09")}
	for range 3 {
		a := newDraft(c.one(c.partners))
		if err := s.Agreements().Save(t.Context(), &a); err != nil {
			t.Fatal(err)
		}
		c.agreements = append(c.agreements, a.ID)
	}

	for step := range 160 {
		[]func(){c.referral, c.training, c.agreement}[step%3]()
		oneValid(t, s)
		if step%4 == 3 {
			sound(t, s)
		}
		if t.Failed() {
			t.Fatalf("after step %d", step)
		}
	}

	kinds := map[string]int{}
	for _, d := range must(s.Documents().Find(t.Context(), model.Query{}))(t) {
		if d.SHA256 != "" {
			kinds[string(d.Type)+" "+d.Status]++
		}
	}

	t.Logf("made: %v", kinds)
}

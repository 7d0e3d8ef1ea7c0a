package store_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"jejaring/model"
	"jejaring/model/store"
)

func score(n int) *int { return &n }

func outside(name string) model.Participant {
	return model.Participant{Name: name, Profession: "kader", Institution: "Forum", Role: "peserta", Registration: "registered", AttendancePct: -1}
}

// newTraining is planned on the sample's day, with two lessons and a speaker.
func newTraining(code string) model.Training {
	r := model.NewTraining(asOf())
	r.Number = code
	r.Title = "Bantuan Hidup Dasar"
	r.Place = "Aula"
	r.Start = asOf()
	r.End = asOf()
	r.UsesTests = true
	r.Sessions = []model.Session{{Date: asOf(), Start: "08:00", End: "09:30", Topic: "Teori", Speakers: []string{"dr. Ratna"}},
		{Date: asOf(), Start: "10:00", End: "12:15", Topic: "Praktik"}}
	speaker := outside("dr. Tamu")
	speaker.Role = "narasumber"
	r.Participants = []model.Participant{speaker}

	return r
}

// held is a finished training: n took part in everything, and one each missed a lesson, failed and came late to the list.
func held(t *testing.T, s *store.Store, n int) model.Training {
	t.Helper()
	r := newTraining("TR-2026-050")
	for i := range n {
		p := outside(fmt.Sprintf("Kader %03d", i+1))
		p.Attendance = []string{"present", "late"}
		p.PreTest = score(40)
		p.PostTest = score(80)
		r.Participants = append(r.Participants, p)
	}

	absent := outside("Tidak Hadir")
	failed := outside("Tidak Lulus")
	waiting := outside("Menunggu")
	absent.Attendance = []string{"present", "absent"}
	absent.PostTest = score(90)
	failed.Attendance = []string{"present", "present"}
	failed.PostTest = score(69)
	waiting.Registration = "waitlist"
	r.Participants = append(r.Participants, absent, failed, waiting)
	if err := s.Trainings().Save(t.Context(), &r); err != nil {
		t.Fatal(err)
	}

	for _, step := range []model.StepName{"open", "begin", "finish"} {
		r = must(s.TrainingChanges().Apply(t.Context(), r.ID, step, model.TrainingChange{}))(t)
	}

	return r
}

func TestTraining_KeepsItsParts(t *testing.T) {
	s := sampleStore(t)
	r := held(t, s, 3)
	if r.JPL != 5 || len(r.Sessions) != 2 || r.Sessions[0].Speakers[0] != "dr. Ratna" || len(r.Participants) != 7 {
		t.Errorf("%+v", r)
	}
	if p := r.Participants[1]; p.Name != "Kader 001" || p.Attended(2) != 100 || *p.PostTest != 80 || p.RecordID == 0 {
		t.Errorf("%+v", p)
	}

	kept := r.Participants[2].RecordID
	r.Participants = slices.Delete(r.Participants, 1, 2)
	if err := s.Trainings().Save(t.Context(), &r); err != nil || r.Participants[1].RecordID != kept {
		t.Errorf("%v %+v", err, r.Participants)
	}

	twin := newTraining("TR-2026-001")
	if err := s.Trainings().Save(t.Context(), &twin); !model.AsProblems(err).Has("training_code", model.CodeDuplicate) {
		t.Errorf("a code twice: %v", err)
	}
}

func TestTraining_CertificatesForThoseWhoEarnedThem(t *testing.T) {
	s := sampleStore(t)
	r := held(t, s, 100)
	pending := must(s.Overview().Attention(t.Context(), asOf(), 0))(t)
	if !slices.ContainsFunc(pending, func(a model.Attention) bool { return a.Kind == model.AttentionCertificate && a.Record == r.ID }) {
		t.Error("the certificates are not asked for")
	}

	docs := must(s.Papers().Issue(t.Context(), model.Issue{Type: "SRT", About: model.About(model.EntityTraining, r.ID), Today: asOf()}, letter))(t)
	r = must(s.Trainings().Get(t.Context(), r.ID))(t)
	if len(docs) != 101 || docs[0].Number != "025/SRT/KLN-SM/TR-2026-050/XI/2026" || docs[100].Number != "125/SRT/KLN-SM/TR-2026-050/XI/2026" {
		t.Fatalf("%d documents, %s … %s", len(docs), docs[0].Number, docs[len(docs)-1].Number)
	}

	for i, p := range r.Participants {
		if earned := i <= 100; earned != (p.CertificateNo != "") || earned && (p.CertificateNo != docs[i].Number || p.CertificateDate != asOf()) {
			t.Errorf("%s has %q", p.Name, p.CertificateNo)
		}
	}

	if listed := must(s.Documents().Find(t.Context(), model.Query{Filter: model.Filters{model.ByType: "SRT"}, Sort: "number", Desc: true, Limit: 1}))(t); listed[0].Person != r.Participants[100].Name {
		t.Errorf("certificate %s is listed for %q", listed[0].Number, listed[0].Person)
	}

	const renamed = "Wayan Penerima Sertifikat"
	old := r.Participants[7].Name
	r.Participants[7].Name = renamed
	if err := s.Trainings().Save(t.Context(), &r); !model.AsProblems(err).Has("participants[7].name", model.CodeFrozen) {
		t.Fatalf("the name on a certificate was changed by saving: %v", err)
	}

	must(s.Papers().Correct(t.Context(), &model.Correction{Training: &r, Reason: "salah ketik"}, letter))(t)
	if found := must(s.Documents().Find(t.Context(), model.Query{Text: "wayan penerima"}))(t); len(found) != 1 || found[0].Number != docs[7].Number {
		t.Errorf("by the name of its person, once %s, %d certificates are found", old, len(found))
	}
	if c := must(s.Overview().Counts(t.Context(), asOf()))(t); c.Certificates != 0 {
		t.Errorf("%d trainings wait for certificates", c.Certificates)
	}
	if _, err := s.Papers().Issue(t.Context(), model.Issue{Type: "SRT", About: model.About(model.EntityTraining, r.ID), Today: asOf()}, letter); !model.AsProblems(err).Has("participants", "nobody_certified") {
		t.Errorf("again: %v", err)
	}

	again := must(s.Papers().Issue(t.Context(), model.Issue{Type: "SRT", About: model.About(model.EntityTraining, r.ID), People: []model.ID{r.Participants[5].RecordID}, Today: asOf()}, letter))(t)
	if len(again) != 1 || again[0].Number != docs[5].Number || again[0].Revision != 2 {
		t.Errorf("one again: %+v", again)
	}

	failed := r.Participants[102].RecordID
	_, err := s.Papers().Issue(t.Context(), model.Issue{Type: "SRT", About: model.About(model.EntityTraining, r.ID), People: []model.ID{failed}, Today: asOf()}, letter)
	if !model.AsProblems(err).Has("participants[102].certificate_no", "score_low") {
		t.Errorf("one who failed: %v", err)
	}

	r = must(s.Trainings().Get(t.Context(), r.ID))(t)
	r.Participants = r.Participants[:3]
	if err := s.Trainings().Save(t.Context(), &r); !model.AsProblems(err).Has("participants", "certified_removed") {
		t.Errorf("without those who have one: %v", err)
	}
	if err := s.Trainings().Delete(t.Context(), r.ID); !errors.Is(err, model.ErrInUse) {
		t.Errorf("deleted: %v", err)
	}
	if report := must(s.Check(t.Context()))(t); !report.OK {
		t.Error(report.Findings)
	}
}

func TestTraining_FailedCertificateTakesNoNumber(t *testing.T) {
	s := sampleStore(t)
	r := held(t, s, 5)
	n := 0
	_, err := s.Papers().Issue(t.Context(), model.Issue{Type: "SRT", About: model.About(model.EntityTraining, r.ID), Today: asOf()}, func(d model.LetterData) ([]model.Paper, error) {
		if n++; n == 4 {
			return nil, errors.New("no room")
		}
		return letter(d)
	})
	after := must(s.Trainings().Get(t.Context(), r.ID))(t)
	if next := must(s.Papers().NextNumbers(t.Context(), "SRT", asOf(), 1))(t)[0]; err == nil || !strings.HasPrefix(next, "025/") || after.Participants[0].CertificateNo != "" {
		t.Errorf("%v, next %s, %+v", err, next, after.Participants[0])
	}
}

func TestTraining_InvitationAndAttendanceList(t *testing.T) {
	s := sampleStore(t)
	id := byCode(t, s, "training", "T08")
	partner := byCode(t, s, "partner", "P04")
	und := must(s.Papers().Issue(t.Context(), model.Issue{Type: "UND", About: model.About(model.EntityTraining, id), PartnerID: partner, Today: asOf()}, letter))(t)
	dh := must(s.Papers().Issue(t.Context(), model.Issue{Type: "DH", About: model.About(model.EntityTraining, id), Sessions: []int{0}, Today: asOf()}, letter))(t)
	if len(und) != 1 || !strings.Contains(und[0].Number, "/UND/KLN-SM/XI/2026") || und[0].PartnerID != partner || und[0].About != model.About(model.EntityTraining, id) {
		t.Errorf("%+v", und)
	}
	if len(dh) != 1 || dh[0].Number != "" || dh[0].NumberID != 0 {
		t.Errorf("%+v", dh)
	}
	if _, err := s.Papers().Issue(t.Context(), model.Issue{Type: "SRT", About: model.About(model.EntityTraining, id), Today: asOf()}, letter); !errors.Is(err, model.ErrTransition) {
		t.Errorf("certificates before the end: %v", err)
	}
	if _, err := s.Papers().Issue(t.Context(), model.Issue{Type: "UND", About: model.About(model.EntityTraining, byCode(t, s, "training", "T10")), Today: asOf()}, letter); !errors.Is(err, model.ErrTransition) {
		t.Errorf("invitation to a cancelled one: %v", err)
	}
}

func TestTraining_TwoThousandPastedParticipants(t *testing.T) {
	s := newStore(t)
	r := newTraining("TR-2026-060")
	r.Quota = 1500
	for i := range 2000 {
		r.Register(outside(fmt.Sprintf("Peserta %04d", i)))
	}

	if err := s.Trainings().Save(t.Context(), &r); err != nil {
		t.Fatal(err)
	}
	if taken, waiting := r.Seats(); taken != 1500 || waiting != 500 || len(must(s.Trainings().Get(t.Context(), r.ID))(t).Participants) != 2001 {
		t.Errorf("%d have a seat, %d wait", taken, waiting)
	}

	r.Participants = append(r.Participants, outside("Peserta 0007"))
	if err := s.Trainings().Save(t.Context(), &r); !model.AsProblems(err).Has("participants[2001].name", "participant_twice") {
		t.Errorf("a participant twice: %v", err)
	}
}

func TestTraining_OfTheSample(t *testing.T) {
	s := sampleStore(t)
	r := must(s.Trainings().Get(t.Context(), byCode(t, s, "training", "T06")))(t)
	if r.Number != "TR-2026-006" || r.JPL != 20 || r.SKPValue != 6 || len(r.Participants) != 3 || r.Participants[2].Role != "narasumber" ||
		r.Participants[0].AttendancePct != 100 || r.Participants[0].CertificateNo != "018/SRT/KLN-SM/TR-2026-006/VIII/2026" ||
		r.Participants[0].CertificateDate.IsZero() || r.PartnerIDs[0] != byCode(t, s, "partner", "P06") {
		t.Errorf("%+v", r)
	}

	kader := must(s.Trainings().Get(t.Context(), byCode(t, s, "training", "TR-2026-007")))(t)
	if p := kader.Participants[0]; p.Name != "Kader 01 (contoh)" || p.StaffID != 0 || p.PostTest == nil || *p.PostTest != 70 {
		t.Errorf("%+v", p)
	}
}

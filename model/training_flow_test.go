package model_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"jejaring/model"
)

// TestTrainingFlow_EveryStepFromEveryState holds the states of brief section 4.10 against every step.
func TestTrainingFlow_EveryStepFromEveryState(t *testing.T) {
	type ways = map[model.TrainingStatus]model.TrainingStatus
	table := map[model.StepName]ways{
		"open":   {"planned": "open"},
		"begin":  {"open": "ongoing"},
		"replan": {"open": "planned"},
		"finish": {"planned": "finished", "open": "finished", "ongoing": "finished"},
		"report": {"finished": "reported"},
		"cancel": {"planned": "cancelled", "open": "cancelled", "ongoing": "cancelled"},
		"":       {}, "finished": {},
	}

	for _, s := range model.TrainingFlow().Steps {
		if table[s.Name] == nil {
			t.Errorf("the table does not know step %s", s.Name)
		}
	}

	day := model.Date{Year: 2026, Month: 11, Day: 21}
	for step, ways := range table {
		for _, from := range model.TrainingStatuses() {
			r := model.Training{Status: from, Place: "Aula", Start: day, End: day, Participants: []model.Participant{{Name: "A", Role: "peserta"}}}
			err := r.Apply(step, model.TrainingChange{Today: day, Reason: "hujan"})
			to, allowed := ways[from]
			if allowed && (err != nil || r.Status != to || r.StatusReason != "hujan") ||
				!allowed && (!errors.Is(err, model.ErrTransition) || r.Status != from || r.StatusReason != "") {
				t.Errorf("%s from %s: %v, now %s for %q", step, from, err, r.Status, r.StatusReason)
			}
		}
	}
}

func TestTrainingFlow_Guards(t *testing.T) {
	day := model.Date{Year: 2026, Month: 11, Day: 21}
	for name, x := range map[string]struct {
		r     model.Training
		step  model.StepName
		field string
	}{
		"opened nowhere":      {model.Training{Status: "planned"}, "open", "place"},
		"online without link": {model.Training{Status: "planned", Method: "daring", Place: "Aula"}, "open", "link"},
		"hybrid without link": {model.Training{Status: "planned", Method: "hibrida", Place: "Aula"}, "open", "link"},
		"begun too early":     {model.Training{Status: "open", Start: day.AddDays(1), Participants: []model.Participant{{Role: "peserta"}}}, "begin", "start"},
		"begun with nobody":   {model.Training{Status: "open", Start: day}, "begin", "participants"},
		"over before its end": {model.Training{Status: "ongoing", End: day.AddDays(1)}, "finish", "end"},
		"held by nobody":      {model.Training{Status: "planned", End: day}, "finish", "participants"},
		"cancelled for free":  {model.Training{Status: "open"}, "cancel", "status_reason"},
	} {
		before := x.r.Status
		err := x.r.Apply(x.step, model.TrainingChange{Today: day})
		if !slices.ContainsFunc(model.AsProblems(err), func(p model.Problem) bool { return p.Field == x.field }) || x.r.Status != before {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestTrainingFlow_Offers reads the steps as they stand in the menu, on the day before the end and on the last day.
func TestTrainingFlow_Offers(t *testing.T) {
	day := model.Date{Year: 2026, Month: 11, Day: 21}
	for from, want := range map[model.TrainingStatus][2]string{"planned": {"open! cancel", "open! cancel finish"},
		"open": {"begin! replan cancel", "begin! replan cancel finish"}, "ongoing": {"finish! cancel", "finish! cancel"},
		"finished": {"report!", "report!"}, "reported": {}, "cancelled": {}} {
		for i, today := range []model.Date{day.AddDays(-1), day} {
			var got []string
			r := model.Training{Status: from, End: day}
			for _, s := range model.TrainingFlow().Offered(r, model.TrainingChange{Today: today}) {
				name := string(s.Name)
				if s.Main != nil && s.Main(r) {
					name += "!"
				}
				got = append(got, name)
			}

			if strings.Join(got, " ") != want[i] {
				t.Errorf("%s on %s: %v", from, today, got)
			}
		}
	}
}

package ui_test

import (
	"slices"
	"strings"
	"testing"

	"jejaring/assets"
	"jejaring/model"
)

// TestHelp_TellsTheStepsOfEveryState holds the lists of the help against the flows: of each state, its line names every step
// that some record has there, by the words of the buttons, and no other.
func TestHelp_TellsTheStepsOfEveryState(t *testing.T) {
	var agreements []model.Agreement
	for _, kind := range model.AgreementTypes() {
		for _, status := range model.Statuses() {
			agreements = append(agreements, model.Agreement{Type: kind, Status: status},
				model.Agreement{Type: kind, Status: status, Journey: model.Journey{Stages: []model.Stage{{Status: status, Pauses: []model.Pause{{}}}}}},
				model.Agreement{Type: kind, Status: status, Termination: model.Termination{TerminatesOn: date(2027, 1, 4)}})
		}
	}

	var referrals []model.Referral
	for _, direction := range []string{"out", "in"} {
		for _, service := range model.ServiceTypes() {
			for _, status := range model.ReferralStatuses() {
				referrals = append(referrals, model.Referral{Direction: direction, ServiceType: service, Status: status})
			}
		}
	}

	var trainings []model.Training
	for _, status := range model.TrainingStatuses() {
		trainings = append(trainings, model.Training{Status: status})
	}

	var obstacles []model.Obstacle
	for _, status := range model.ObstacleStatuses() {
		obstacles = append(obstacles, model.Obstacle{Status: status})
	}

	var reminders []model.Reminder
	for _, status := range model.ReminderStatuses() {
		for _, recurrence := range model.Recurrences() {
			reminders = append(reminders, model.Reminder{Status: status, Recurrence: recurrence, DoneDue: date(2027, 1, 4)})
		}
	}

	var addenda []model.Addendum
	for _, status := range model.AddendumStatuses() {
		addenda = append(addenda, model.Addendum{Status: status}, model.Addendum{Status: status, Main: model.MainAgreement{Paper: model.DocumentAgreement}})
	}

	for _, language := range []string{"id", "en"} {
		tells(t, language, "addenda", "addendum", model.AddendumFlow(), addenda)
		tells(t, language, "agreements", "agreement", model.AgreementFlow(), agreements)
		tells(t, language, "referrals", "referral", model.ReferralFlow(), referrals)
		tells(t, language, "obstacles", "obstacle", model.ObstacleFlow(), obstacles)
		tells(t, language, "evaluations", "evaluation", model.EvaluationFlow(), []model.Evaluation{{Status: model.EvaluationDraft}, {Status: model.EvaluationHeld}})
		tells(t, language, "reminders", "reminder", model.ReminderFlow(), reminders)
		tells(t, language, "trainings", "training", model.TrainingFlow(), trainings)
	}
}

// tells looks for the line of each state on the page of a record type.
func tells[T any, S ~string, C any](t *testing.T, language, page, entity string, flow model.Flow[T, S, C], records []T) {
	t.Helper()
	all, err := assets.Help.ReadFile("help/" + language + ".md")
	if err != nil {
		t.Fatal(err)
	}

	_, text, found := strings.Cut(string(all), "{"+page+"}\n")
	if !found {
		t.Fatalf("%s: no page %s", language, page)
	}

	text, _, _ = strings.Cut(text, "\n# ")

	w := words(t, language)
	var states []S
	labels := map[S][]string{}
	for _, step := range flow.Steps {
		for _, rec := range records {
			state := *flow.State(&rec)
			if !slices.Contains(states, state) {
				states = append(states, state)
			}

			for _, way := range flow.Ways(rec) {
				label := "**" + w.Say("step."+entity+"."+way.Called(rec)) + "**"
				if way.Name == step.Name && !slices.Contains(labels[state], label) {
					labels[state] = append(labels[state], label)
				}
			}
		}
	}

	for _, state := range states {
		name := w.Label(entity+"_status", string(state))
		_, line, told := strings.Cut(text, "\n- *"+name+"*: ")
		line, _, _ = strings.Cut(line, "\n")
		if got, want := strings.Count(line, "**")/2, len(labels[state]); got != want || told != (want > 0) {
			t.Errorf("%s: of %s stands %q, not\n- *%s*: %s.", language, name, line, name, strings.Join(labels[state], ", "))
			continue
		}

		for _, label := range labels[state] {
			if !strings.Contains(line, label) {
				t.Errorf("%s: of %s stands %q, without %s", language, name, line, label)
			}
		}
	}
}

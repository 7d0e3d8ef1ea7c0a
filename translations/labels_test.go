package translations_test

import (
	"reflect"
	"strings"
	"testing"
	"time"

	"jejaring/model"
	"jejaring/translations"
)

// lists are the lists of codes of the records, by the group of their labels.
func lists() map[string][]string {
	all := map[string][]string{
		"sector": model.Sectors(), "partner_status": model.PartnerStatuses(), "legal_form": model.LegalForms(),
		"contact_role": model.ContactRoles(), "clinic_type": model.ClinicTypes(), "service_mode": model.ServiceModes(),
		"ownership": model.Ownerships(), "accreditation": model.Accreditations(), "timezone": model.Timezones(),
		"timezone_letter": model.Timezones(), "paper": model.Papers(), "subject_label": model.SubjectLabels(),
		"party_label_style": model.PartyLabelStyles(), "language": model.Languages(), "profession": model.Professions(),
		"agreement_type": model.AgreementTypes(), "agreement_type_short": model.AgreementTypes(), "agreement_status": texts(model.Statuses()),
		"cooperation_field": model.CooperationFields(), "cooperation_model": model.CooperationModels(), "benefit": model.Benefits(),
		"financing_mode": model.FinancingModes(), "language_mode": model.LanguageModes(), "data_sharing": model.DataSharings(),
		"risk_level": model.RiskLevels(), "party": model.PartyRoles(), "party_kesatu": model.PartyRoles(),
		"contribution_kind": model.ContributionKinds(), "file_kind": model.FileKinds(), "training_file_kind": model.TrainingFileKinds(), "meterai_mode": model.MeteraiModes(), "annex_content": model.AnnexContents(),
		"obligation_kind": model.ObligationKinds(), "recurrence": model.Recurrences(), "obligation_status": model.ObligationStatuses(),
		"legal_status": model.LegalStatuses(), "document_type": model.DocumentTypes(), "message_status": model.MessageStatuses(),
		"category": model.Categories(), "direction": model.Directions(), "security": model.Securities(),
		"agreement_notice": {model.NoticeExpired, model.NoticeExtended, model.NoticeTerminated}, "obligation_outcome": {"met", "waived"},
		"badge": {model.BadgeNotYetEffective, model.BadgeExpiring, model.BadgeOverdueSignature},
		"attention": {model.AttentionExpiring, model.AttentionSignature, model.AttentionResume, model.AttentionSignedScan, model.AttentionPartnerNumber,
			model.AttentionLicence, model.AttentionSIP, model.AttentionObligation, model.AttentionObligationDue, model.AttentionInformation,
			model.AttentionExpired, model.AttentionExtended, model.AttentionTerminating, model.AttentionTerminated, model.AttentionFullDue, model.AttentionPressing, model.AttentionLetter, model.AttentionUnlinked, model.AttentionDanger, model.AttentionCopy, model.AttentionSheet, model.AttentionMailboxFailing, model.AttentionReminder,
			model.AttentionContribution, model.AttentionLoan, model.AttentionGoods},
		"copy":            {model.CopyDay, model.CopyUpgrade, model.CopyAside, model.CopySaved},
		"checksum":        {model.SumRight, model.SumNone, model.SumMissing, model.SumWrong},
		"upcoming":        {"agreement_starts", "agreement_ends", "agreement_terminates", "agreement_resumes", "full_agreement_due", "obligation_due", "contribution_due", "loan_return", "sip_expiry", "license_expiry", "reminder_due"},
		"document_status": {"issued", "superseded", "annulled"}, "number_status": {"issued", "annulled"},
		"sequence_scope": {"per_type", "global"}, "unit": {"day", "month", "year"}, "nature": {"biasa", "segera", "rahasia"},
		"paper_language": model.LanguagesOfPapers(), "first_party_side": {"left", "right"}, "proposal_flavour": {"permohonan", "penawaran"},
		"renewal_paper": model.RenewalPapers(), "termination_cause": model.TerminationCauses(), "handover_kind": model.HandoversOnPaper(),
	}
	addReferrals(all)
	for _, sector := range model.Sectors() {
		all["org_type"] = append(all["org_type"], model.OrgTypes(sector)...)
	}

	return all
}

// texts are states as plain texts.
func texts[S ~string](codes []S) (all []string) {
	for _, c := range codes {
		all = append(all, string(c))
	}
	return all
}

// addReferrals adds the lists of referrals and trainings.
func addReferrals(all map[string][]string) {
	for group, codes := range map[string][]string{
		"referral_status": texts(model.ReferralStatuses()), "referral_status_in": {"sent", "replied"}, "referral_direction": {"out", "in"},
		"service_type": model.ServiceTypes(), "orientation": model.Orientations(), "urgency": model.Urgencies(),
		"insurance": model.Insurances(), "reason_category": model.ReasonCategories(), "tacc": model.TACCs(),
		"transport": model.Transports(), "consent_relation": model.ConsentRelations(), "channel": model.Channels(),
		"decision_reason": model.DecisionReasons(), "outcome": model.Outcomes(), "follow_up": model.FollowUps(),
		"prb_group": model.PRBGroups(), "sex": model.Sexes(), "consent_method": model.ConsentMethods(),
		"tacc_reason":         append(model.TACCReasons("time"), model.TACCReasons("age")...),
		"emergency_criterion": {"life", "airway", "consciousness", "circulation", "immediate"},
		"training_type":       model.TrainingTypes(), "training_method": model.TrainingMethods(), "training_status": texts(model.TrainingStatuses()),
		"training_role": model.ParticipantRoles(), "training_result": {"lulus", "tidak_lulus", "hadir"}, "organizer": model.Organizers(),
		"registration": model.Registrations(), "attendance": model.AttendanceMarks(), "skp_status": model.SKPStatuses(),
		"skp_domain": model.SKPDomains(), "span": model.Spans(), "obstacle_category": model.ObstacleCategories(),
		"contact_channel": model.ContactChannels(), "rhythm": model.Rhythms(), "goal_orientation": model.GoalOrientations(),
		"beneficiary": model.Beneficiaries(), "goal_party": append([]string{"shared"}, model.PartyRoles()...), "risk_category": model.RiskCategories(),
		"confidentiality": model.Confidentialities(),
		"obstacle_status": texts(model.ObstacleStatuses()), "severity": model.Severities(), "reminder_status": texts(model.ReminderStatuses()), "priority": model.Priorities(),
		"addendum_status":   texts(model.AddendumStatuses()),
		"settlement_way":    model.SettlementWays(),
		"evaluation_status": texts(model.EvaluationStatuses()), "recommendation": model.Recommendations(), "score_label": model.ScoreLabels()} {
		all[group] = codes
	}
}

func TestWhatAReferralWaitsForHasAWord(t *testing.T) {
	for _, lang := range []string{"id", "en"} {
		w := words(t, lang)
		for _, what := range model.Waits() {
			if !w.Has("waiting." + what) {
				t.Errorf("%s: no word for waiting.%s", lang, what)
			}
		}
	}
}

// TestEveryStepHasAWord reads the flows: what a person can take is called by a word, and those that one record has at the
// same time by different ones.
func TestEveryStepHasAWord(t *testing.T) {
	for _, lang := range []string{"id", "en"} {
		w := words(t, lang)
		var agreements []model.Agreement
		for _, kind := range model.AgreementTypes() {
			for _, status := range model.Statuses() {
				agreements = append(agreements, model.Agreement{Type: kind, Status: status},
					model.Agreement{Type: kind, Status: status, Journey: model.Journey{Stages: []model.Stage{{Status: status, Pauses: []model.Pause{{}}}}}},
					model.Agreement{Type: kind, Status: status, Termination: model.Termination{TerminatesOn: model.Date{Year: 2027, Month: 1, Day: 4}}})
			}
		}

		named(t, w, "agreement", model.AgreementFlow(), agreements)
		var referrals []model.Referral
		for _, direction := range []string{"out", "in"} {
			for _, status := range model.ReferralStatuses() {
				referrals = append(referrals, model.Referral{Direction: direction, ServiceType: "rawat_jalan", Status: status})
			}
		}

		named(t, w, "referral", model.ReferralFlow(), referrals)
		var trainings []model.Training
		for _, status := range model.TrainingStatuses() {
			trainings = append(trainings, model.Training{Status: status})
		}

		named(t, w, "training", model.TrainingFlow(), trainings)

		var obstacles []model.Obstacle
		for _, s := range model.ObstacleStatuses() {
			obstacles = append(obstacles, model.Obstacle{Status: s})
		}

		named(t, w, "obstacle", model.ObstacleFlow(), obstacles)

		var reminders []model.Reminder
		for _, s := range model.ReminderStatuses() {
			for _, recurrence := range model.Recurrences() {
				reminders = append(reminders, model.Reminder{Status: s, Recurrence: recurrence, DoneDue: model.Date{Year: 2027, Month: 1, Day: 4}})
			}
		}

		named(t, w, "reminder", model.ReminderFlow(), reminders)

		var addenda []model.Addendum
		for _, s := range model.AddendumStatuses() {
			addenda = append(addenda, model.Addendum{Status: s}, model.Addendum{Status: s, Main: model.MainAgreement{Paper: model.DocumentAgreement}})
		}
		named(t, w, "addendum", model.AddendumFlow(), addenda)
		named(t, w, "evaluation", model.EvaluationFlow(), []model.Evaluation{{Status: model.EvaluationDraft}, {Status: model.EvaluationHeld}})
	}
}

// named looks for the words of the steps that records have.
func named[T any, S ~string, C any](t *testing.T, w translations.Words, entity string, flow model.Flow[T, S, C], records []T) {
	t.Helper()
	seen := map[string]bool{}
	for _, rec := range records {
		said := map[string]bool{}
		for _, step := range flow.Ways(rec) {
			key := "step." + entity + "." + step.Called(rec)
			if !w.Has(key) || said[w.Say(key)] {
				t.Errorf("%s is no word of its own: %q", key, w.Say(key))
			}
			said[w.Say(key)], seen[string(step.Name)] = true, true
		}
	}

	for _, step := range flow.Steps {
		if step.By != model.ByClock && !seen[string(step.Name)] {
			t.Errorf("no record of %s has the step %s", entity, step.Name)
		}
	}
}

func TestEveryCodeHasALabel(t *testing.T) {
	for _, lang := range []string{"id", "en"} {
		w := words(t, lang)
		for group, codes := range lists() {
			for _, code := range codes {
				if key := "enum." + group + "." + code; !w.Has(key) {
					t.Errorf("%s has no label %s", lang, key)
				}
			}
		}
	}
}

func TestLabelsOfAListDiffer(t *testing.T) {
	for _, lang := range []string{"id", "en"} {
		w := words(t, lang)
		for group, codes := range lists() {
			said := map[string]string{}
			for _, code := range codes {
				if other := said[w.Label(group, code)]; other != "" && other != code {
					t.Errorf("%s %s: %s and %s are both %q", lang, group, code, other, w.Label(group, code))
				}
				said[w.Label(group, code)] = code
			}
		}
	}
}

func TestEveryFieldHasALabel(t *testing.T) {
	w := words(t, "id")
	for _, record := range []any{model.Clinic{}, model.Staff{}, model.Partner{}, model.Agreement{}, model.LegalBasis{},
		model.Document{}, model.NumberEntry{}, model.Message{}, model.Mailbox{}, model.Settings{}, model.HistoryEntry{}, model.Obstacle{}, model.Evaluation{}} {
		for _, name := range fieldNames(reflect.TypeOf(record)) {
			if w.Field(name) == name && !w.Has("field."+name) {
				t.Errorf("%T: no label for %s", record, name)
			}
		}
	}
}

// fieldNames returns the JSON names of a record's fields, with those of its parts.
func fieldNames(t reflect.Type) (names []string) {
	for t.Kind() == reflect.Slice || t.Kind() == reflect.Pointer || t.Kind() == reflect.Map {
		t = t.Elem()
	}

	if t.Kind() != reflect.Struct || t == reflect.TypeFor[time.Time]() || t == reflect.TypeFor[model.Date]() {
		return nil
	}

	for i := range t.NumField() {
		field := t.Field(i)
		if name, _, _ := strings.Cut(field.Tag.Get("json"), ","); name != "" && name != "-" {
			names = append(names, name)
		}
		names = append(names, fieldNames(field.Type)...)
	}

	return names
}

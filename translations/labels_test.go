package translations_test

import (
	"reflect"
	"strings"
	"testing"
	"time"

	"jejaring/model"
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
		"agreement_notice": {model.NoticeExpired, model.NoticeExtended}, "obligation_outcome": {"met", "waived"},
		"badge": {model.BadgeNotYetEffective, model.BadgeExpiring, model.BadgeOverdueSignature},
		"attention": {model.AttentionExpiring, model.AttentionSignature, model.AttentionSignedScan, model.AttentionPartnerNumber,
			model.AttentionLicence, model.AttentionSIP, model.AttentionObligation, model.AttentionObligationDue,
			model.AttentionExpired, model.AttentionExtended, model.AttentionLetter, model.AttentionUnlinked, model.AttentionDanger, model.AttentionCopy, model.AttentionSheet, model.AttentionMailboxFailing},
		"copy":            {model.CopyDay, model.CopyUpgrade, model.CopyAside, model.CopySaved},
		"checksum":        {model.SumRight, model.SumNone, model.SumMissing, model.SumWrong},
		"upcoming":        {"agreement_starts", "agreement_ends", "obligation_due", "sip_expiry", "license_expiry"},
		"document_status": {"issued", "superseded", "annulled"}, "number_status": {"issued", "annulled"},
		"sequence_scope": {"per_type", "global"}, "unit": {"day", "month", "year"}, "nature": {"biasa", "segera", "rahasia"},
		"paper_language": model.LanguagesOfPapers(), "first_party_side": {"left", "right"}, "proposal_flavour": {"permohonan", "penawaran"},
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
		"skp_domain": model.SKPDomains(), "span": model.Spans()} {
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
		for _, to := range model.ReferralStatuses()[1:] {
			if !w.Has("step." + string(to)) {
				t.Errorf("%s: no word for step.%s", lang, to)
			}
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
		model.Document{}, model.NumberEntry{}, model.Message{}, model.Mailbox{}, model.Settings{}, model.HistoryEntry{}} {
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

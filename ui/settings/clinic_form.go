package settings

import (
	"jejaring/model"
	"jejaring/ui/form"
)

type clinicRecord = model.Clinic

// clinicBasics are the fields of the first start: what a letter needs.
func clinicBasics(*desk) []form.Group[clinicRecord] {
	return []form.Group[clinicRecord]{{Lines: []form.Line[clinicRecord]{
		form.Text("name", func(r *clinicRecord) *string { return &r.Name }).Must(),
		form.Text("short_code", func(r *clinicRecord) *string { return &r.ShortCode }).Must().Hint("hint.letter_code"),
		form.LongText("address", func(r *clinicRecord) *string { return &r.Address }).Must(),
		form.Text("city", func(r *clinicRecord) *string { return &r.City }).Must(),
		form.Text("postal_code", func(r *clinicRecord) *string { return &r.PostalCode }),
		form.Phone("phone", func(r *clinicRecord) *string { return &r.Phone }).Must(),
		form.Text("email", func(r *clinicRecord) *string { return &r.Email }).Must(),
		form.Text("license_no", func(r *clinicRecord) *string { return &r.LicenseNo }),
		form.Text("head_name", func(r *clinicRecord) *string { return &r.HeadName }).Must().Hint("hint.head_name"),
		form.Text("head_position", func(r *clinicRecord) *string { return &r.HeadPosition }).Must(),
		form.Text("head_authority", func(r *clinicRecord) *string { return &r.HeadAuthority }).Hint("hint.authority"),
	}}}
}

// clinicGroups are all fields of the profile.
func clinicGroups(d *desk) []form.Group[clinicRecord] {
	basics := clinicBasics(d)
	basics[0].Title = "group.clinic"
	return append(basics,
		form.Group[clinicRecord]{Title: "group.kind", Lines: []form.Line[clinicRecord]{
			form.Choice("clinic_type", "clinic_type", model.ClinicTypes, func(r *clinicRecord) *string { return &r.ClinicType }).Must(),
			form.Choice("service_mode", "service_mode", model.ServiceModes, func(r *clinicRecord) *string { return &r.ServiceMode }).Must(),
			form.Choice("ownership", "ownership", model.Ownerships, func(r *clinicRecord) *string { return &r.Ownership }),
			form.Text("owner_name", func(r *clinicRecord) *string { return &r.OwnerName }),
			form.Choice("accreditation", "accreditation", model.Accreditations, func(r *clinicRecord) *string { return &r.Accreditation }),
			form.Day("accreditation_expiry", func(r *clinicRecord) *model.Date { return &r.AccreditationExpiry }),
		}},
		form.Group[clinicRecord]{Title: "group.address", Lines: []form.Line[clinicRecord]{
			form.Text("village", func(r *clinicRecord) *string { return &r.Village }),
			form.Text("district", func(r *clinicRecord) *string { return &r.District }),
			form.Text("province", func(r *clinicRecord) *string { return &r.Province }),
			form.Text("region_code", func(r *clinicRecord) *string { return &r.RegionCode }),
			form.Phone("whatsapp", func(r *clinicRecord) *string { return &r.WhatsApp }),
			form.Text("website", func(r *clinicRecord) *string { return &r.Website }),
		}},
		form.Group[clinicRecord]{Title: "group.codes", Lines: []form.Line[clinicRecord]{
			form.Text("nib", func(r *clinicRecord) *string { return &r.NIB }),
			form.Day("license_date", func(r *clinicRecord) *model.Date { return &r.LicenseDate }),
			form.Day("license_expiry", func(r *clinicRecord) *model.Date { return &r.LicenseExpiry }),
			form.Text("kbli", func(r *clinicRecord) *string { return &r.KBLI }),
			form.Text("npwp", func(r *clinicRecord) *string { return &r.NPWP }),
			form.Text("facility_code_kemenkes", func(r *clinicRecord) *string { return &r.FacilityCodeKemenkes }),
			form.Text("bpjs_code", func(r *clinicRecord) *string { return &r.BPJSCode }),
			form.Text("satusehat_org_id", func(r *clinicRecord) *string { return &r.SatusehatOrgID }),
			form.Text("head_sip", func(r *clinicRecord) *string { return &r.HeadSIP }),
		}},
		form.Group[clinicRecord]{Title: "group.paper", Lines: []form.Line[clinicRecord]{
			form.Words("kop_lines", func(r *clinicRecord) *[]string { return &r.KopLines }).Hint("hint.comma"),
			form.Choice("paper", "paper", model.Papers, func(r *clinicRecord) *string { return &r.Paper }).Must(),
			form.Choice("timezone", "timezone", model.Timezones, func(r *clinicRecord) *string { return &r.Timezone }).Must(),
			form.Choice("default_language", "language", model.Languages, func(r *clinicRecord) *string { return &r.DefaultLanguage }).Must(),
			form.Choice("subject_label", "subject_label", model.SubjectLabels, func(r *clinicRecord) *string { return &r.SubjectLabel }).Must(),
			form.Choice("party_label_style", "party_label_style", model.PartyLabelStyles, func(r *clinicRecord) *string { return &r.PartyLabelStyle }).Must(),
		}},
	)
}

package model

import "maps"

// FilterName is what a list can be narrowed by: a field of its records, or a condition that the register knows. Each
// register documents its own; another one is an error.
type FilterName string

// What lists are narrowed by. A field has to have the value; what the others ask for stands beside them.
const (
	ByStatus         FilterName = "status"
	ByType           FilterName = "type"
	ByDirection      FilterName = "direction"
	ByCategory       FilterName = "category"
	BySeverity       FilterName = "severity"
	ByUrgency        FilterName = "urgency"
	ByService        FilterName = "service_type"
	ByOrganizer      FilterName = "organizer"
	ByField          FilterName = "cooperation_field"
	ByModel          FilterName = "cooperation_model"
	ByProfession     FilterName = "profession"
	ByDomain         FilterName = "domain"
	ByOrganization   FilterName = "org_type"
	ByDocumentType   FilterName = "document_type"
	ByRecommendation FilterName = "recommendation"
	BySequence       FilterName = "sequence_key"
	// BySector is the sector of a partner, or of one of an agreement's parties.
	BySector FilterName = "sector"

	// Of a person: "1" for those that have it, "0" for the others.
	ByActive FilterName = "active"
	BySigns  FilterName = "signs"

	// Of a mail: "1" when a machine sent it, "0" otherwise.
	ByAutoSubmitted FilterName = "auto_submitted"
	// ByLinked is "yes" for mails that belong to a partner, "no" for the others.
	ByLinked FilterName = "linked"

	// The record that it belongs to, by identifier.
	ByPartner    FilterName = "partner_id"
	ByAgreement  FilterName = "agreement_id"
	ByReferral   FilterName = "referral_id"
	ByAddendum   FilterName = "addendum_id"
	ByObstacle   FilterName = "obstacle_id"
	ByTraining   FilterName = "training_id"
	ByPatient    FilterName = "patient_id"
	ByStaff      FilterName = "staff_id"
	ByMailbox    FilterName = "mailbox_id"
	ByParent     FilterName = "parent_id"
	ByEvaluation FilterName = "evaluation_id"

	// ByYear is a year in four digits.
	ByYear FilterName = "year"
	// ByFigure is a list behind a key figure, of the period from ByFrom to ByTo: days, or instants of which the second is
	// the first one outside, as the register says.
	ByFigure FilterName = "figure"
	ByFrom   FilterName = "from"
	ByTo     FilterName = "to"
	// ByBadge is what an agreement shows on the day ByToday.
	ByBadge FilterName = "badge"
	ByToday FilterName = "today"
	// ByScan is "yes" for agreements of which the signed scan is there, "no" for the others.
	ByScan FilterName = "signed_scan"
	// ByDiagnosis is the three signs of a category of ICD-10.
	ByDiagnosis FilterName = "dx"
	// ByWaiting is "yes", or codes of what is waited for with commas between them.
	ByWaiting FilterName = "waiting"
	// ByOpen and ByPending are there or not; their value does not matter.
	ByOpen    FilterName = "open"
	ByPending FilterName = "pending"
)

// FacilitiesFirst asks a picker of partners to show health facilities first. It is no filter of a register.
const FacilitiesFirst FilterName = "facilities"

// Filters narrow a list: a record has to meet all of them.
type Filters map[FilterName]string

// And are these filters together with others; of two with one name the later one holds. Neither is changed.
func (f Filters) And(others ...Filters) Filters {
	all := Filters{}
	maps.Copy(all, f)
	for _, other := range others {
		maps.Copy(all, other)
	}

	return all
}

// Package model holds the records of the register of a clinic's cooperation and
// the rules that make them valid. It knows nothing of windows, SQL, IMAP, PDF or
// of any language's words: rules answer with keys, and words are chosen at the edge.
package model

import (
	"context"
	"maps"
	"time"
)

// ID identifies a record inside one register file. Zero means "not stored yet".
type ID int64

// Base is what every stored record carries (brief section 4, conventions).
type Base struct {
	ID ID `json:"id"`
	// Code is an identifier given by people or by a sample file ("A01"); it may be empty.
	Code      string    `json:"code,omitempty"`
	CreatedAt time.Time `json:"created_at"`
	CreatedBy string    `json:"created_by"`
	UpdatedAt time.Time `json:"updated_at"`
	UpdatedBy string    `json:"updated_by"`
	// DeletedAt is set while the record lies in the trash.
	DeletedAt time.Time `json:"deleted_at,omitzero"`
	// Version counts saves. A save with an older version fails with ErrStale.
	Version int `json:"version"`
}

// Query says which records a list shows and in which order.
type Query struct {
	// Text holds words or beginnings of words; all of them must occur. Case and accents do not matter.
	Text string
	// Filter is what all of the records meet.
	Filter Filters
	// Sort is a field of the record; empty means the register's own order.
	Sort string
	Desc bool
	// Limit 0 means no limit.
	Offset, Limit int
	// Deleted asks for the trash instead of the living records.
	Deleted bool
}

// Register is a store of records of one type. All methods honour ctx.
type Register[T any] interface {
	// Find returns the records of one page of the list that q describes.
	Find(ctx context.Context, q Query) ([]T, error)
	// IDs returns the identifiers of the whole list that q describes, in its order
	// (Offset and Limit count too): cheap enough for 100,000 rows.
	IDs(ctx context.Context, q Query) ([]ID, error)
	// Count is the length of the whole list that q describes; order and page do not matter. A chip beside a list asks for it.
	Count(ctx context.Context, q Query) (int, error)
	// Rows returns the records with these identifiers, in the same order; missing ones are left out.
	Rows(ctx context.Context, ids []ID) ([]T, error)
	// Get returns one record, also from the trash, or ErrNotFound.
	Get(ctx context.Context, id ID) (T, error)
	// Save inserts when the ID is zero and updates otherwise, sets the Base fields of rec,
	// and writes the change history in the same transaction.
	// It returns Problems when the record breaks a rule and ErrStale when somebody saved it meanwhile.
	Save(ctx context.Context, rec *T) error
	// Delete moves the record to the trash, or returns ErrInUse when others refer to it.
	Delete(ctx context.Context, id ID) error
	// Restore takes the record out of the trash.
	Restore(ctx context.Context, id ID) error
}

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
	ByPriority       FilterName = "priority"
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
	ByAssignee   FilterName = "assignee_staff_id"

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
	// ByLicence is the day on which the licence or the registration of a person is to be renewed.
	ByLicence FilterName = "licence_due"
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

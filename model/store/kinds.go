package store

import "context"

// kind is what the register as a whole does with a record type: finding one by a code, the trash, the search over
// everything, and the check.
type kind struct {
	entity, table string
	// also is a column beside code that Resolve compares.
	also string
	// title names a record in the trash and among the hits; detail stands beside it.
	title, detail string
	// whose says to whom a record belongs; it is shown and never kept.
	whose string
	// beyond finds records by other ways than their words.
	beyond finder
	// order sorts the hits; a type without it is not searched.
	order string
	// kept records never lie in the trash.
	kept bool
	read func(context.Context, querier, *Report) error
}

// kinds are the record types, in the order in which the search shows them.
func (s *Store) kinds() []kind {
	return []kind{
		{entity: "partner", table: "partner", title: "name", detail: "city", order: "name_key", read: readable(s.partners())},
		{entity: "agreement", table: "agreement", title: "title", detail: "trim(number_own || ' ' || partner_names)",
			order: "end_date DESC", read: readable(s.agreements())},
		{entity: "referral", table: "referral", also: "referral_no", title: "coalesce(nullif(referral_no, ''), nullif(code, ''), partner_name)",
			detail: "trim(partner_name || ' ' || dest_unit)",
			whose:  "coalesce((SELECT rtrim(p.initials || ' · ' || p.mr_no, ' ·') FROM patient p WHERE p.id = patient_id), '')", beyond: s.ofPatients,
			order: "referral_at DESC", read: readable(s.referrals())},
		{entity: "training", table: "training", also: "number", title: "title", detail: "number", order: "start DESC",
			read: readable(s.trainings())},
		{entity: "document", table: "document", also: "number", title: "subject", detail: "number", order: "date DESC", kept: true,
			read: readable(s.documents())},
		{entity: "staff", table: "staff", title: "trim(title_prefix || ' ' || name)", detail: "position", order: "name_key",
			read: readable(s.staff())},
		{entity: "message", table: "message", title: "subject", detail: "coalesce(nullif(sender, ''), sender_email)",
			order: "date DESC", read: readable(s.messages())},
		{entity: "mailbox", table: "mailbox", title: "name", read: readable(s.mailboxes())},
		{entity: "legal_basis", table: "legal_basis", title: "citation_id", read: readable(s.legalBases())},
		{entity: "skp_record", table: "skp_record", title: "title", read: readable(s.skpRecords())},
		{entity: "patient", table: "patient", also: "mr_no", kept: true, read: readable(s.patients())},
		{entity: "number", table: "number_entry", also: "formatted", kept: true, read: readable(s.numbers())},
	}
}

// trashed are the types whose records can lie in the trash, by their tables.
func (s *Store) trashed() map[string]kind {
	kinds := map[string]kind{}
	for _, k := range s.kinds() {
		if !k.kept {
			kinds[k.table] = k
		}
	}
	return kinds
}

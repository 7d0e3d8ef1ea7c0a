package model

// Entity is the name of a record type, as the history, the search and the commands know it.
type Entity string

// The record types.
const (
	EntityPartner    Entity = "partner"
	EntityAgreement  Entity = "agreement"
	EntityReferral   Entity = "referral"
	EntityTraining   Entity = "training"
	EntityDocument   Entity = "document"
	EntityStaff      Entity = "staff"
	EntityMessage    Entity = "message"
	EntityMailbox    Entity = "mailbox"
	EntityLegalBasis Entity = "legal_basis"
	EntitySKPRecord  Entity = "skp_record"
	EntityPatient    Entity = "patient"
	EntityNumber     Entity = "number"
	EntityClinic     Entity = "clinic"
	EntityRegister   Entity = "register" // as a whole: it is no record, and what keeps it safe is reminded of like one
)

// Subject is the record that something is about: a paper, a number, a letter. The zero Subject is about nothing.
type Subject struct {
	Entity Entity `json:"entity"`
	ID     ID     `json:"id"`
}

// About returns the record of a type with an identifier; without an identifier it is about nothing.
func About(entity Entity, id ID) Subject {
	if id == 0 {
		return Subject{}
	}
	return Subject{entity, id}
}

// Of returns the identifier of the record when it is of that type, else 0.
func (s Subject) Of(entity Entity) ID {
	if s.Entity != entity {
		return 0
	}
	return s.ID
}

package model

// Directory is what the linking rules for mail know about the register (brief section 4.13).
type Directory struct {
	// OwnAddresses are the clinic's own mail addresses, in lower case: profile, mailboxes, staff, settings.
	OwnAddresses []string
	// Numbers maps our own letter numbers, normalised by NormalNumber, to what they stand for.
	Numbers map[string]NumberTarget
	// PartnerNumbers maps the partners' numbers of agreements, normalised, to the agreements.
	PartnerNumbers map[string]NumberTarget
	Partners       []DirectoryPartner
}

// NumberTarget is what a letter number stands for.
type NumberTarget struct {
	Number       string // as it is written
	Type         DocumentCode
	PartnerID    ID
	AgreementIDs []ID
	ReferralCode string // for numbers of referrals
}

// DirectoryPartner is a partner with its addresses and agreements.
type DirectoryPartner struct {
	ID         ID
	Name       string
	Short      string
	Emails     []string // the institution's own addresses, lower case
	Contacts   []string // addresses of its contact persons, lower case
	Domains    []string // lower case
	Agreements []DirectoryAgreement
}

// DirectoryAgreement is an agreement as the linking rules see it.
type DirectoryAgreement struct {
	ID     ID
	Status AgreementStatus
	Field  string
	Start  Date
	End    Date
}

// Filed is a mail that is ready to be stored, with its raw bytes.
type Filed struct {
	Message Message
	Raw     []byte
	// Link is what the rules say about the mail, or nil when they were not asked yet: it is then pending.
	Link *Link
	// Identity tells the raw bytes of mails with one Message-ID apart; nil compares what they say below the header.
	Identity func(raw []byte) string
}

// Judged is what the rules say about a filed mail.
type Judged struct {
	ID   ID
	Link Link
	// Open: the mail stays pending, because the mail that it answers may still come.
	Open bool
}

package mail

// Preset is how a mail provider is reached.
type Preset struct {
	Key      string
	Name     string
	Host     string // empty when only the user knows it; "<domain>" stands for the domain of the user's address
	Port     int
	Security string
	// Hint is the key of the sentence that says what this provider asks for: an app password, a way of logging in that
	// this program does not have yet, or the address of the hosting.
	Hint string
}

// Presets returns the customary providers; the last is the clinic's own hosting.
func Presets() []Preset {
	return []Preset{
		{"gmail", "Gmail / Google Workspace", "imap.gmail.com", 993, "tls", "mail.hint.app_password"},
		{"outlook", "Outlook / Microsoft 365", "outlook.office365.com", 993, "tls", "mail.hint.oauth"},
		{"yahoo", "Yahoo", "imap.mail.yahoo.com", 993, "tls", "mail.hint.app_password"},
		{"zoho", "Zoho", "imap.zoho.com", 993, "tls", "mail.hint.app_password"},
		{"cpanel", "cPanel / hosting", "mail.<domain>", 993, "tls", "mail.hint.hosting"},
	}
}

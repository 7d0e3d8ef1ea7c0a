package settings

// OwnName is a language's name in itself, for people who cannot read the other one.
func OwnName(language string) string {
	if language == "en" {
		return "English"
	}
	return "Bahasa Indonesia"
}

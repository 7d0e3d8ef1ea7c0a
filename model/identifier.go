package model

import (
	"regexp"
	"strings"
	"time"
	"unicode"
)

// Codes of identifier problems (brief section 4.1).
const (
	CodeNIKLength    = "nik_length"
	CodeNIKDate      = "nik_date"
	CodeNIKSequence  = "nik_sequence"
	CodeNIKSame      = "nik_same_digits"
	CodeNIKRegion    = "nik_region"   // warning
	CodeNIKMismatch  = "nik_mismatch" // warning
	CodeBPJSCard     = "bpjs_card"
	CodeBPJSFacility = "bpjs_facility"
	CodeBPJSReferral = "bpjs_referral" // warning
	CodeFacility     = "facility_code"
	CodeNPWP         = "npwp"
	CodeNIB          = "nib"
	CodePostal       = "postal_code"
	CodePhone        = "phone"
	CodePhonePrefix  = "phone_prefix" // warning
	CodeEmail        = "email"
	CodeRegion       = "region_code"
	CodeICD10        = "icd10"
	CodeSatusehat    = "satusehat_org_id"
	CodeDate         = "date"
	CodeNoSuchDay    = "no_such_day"
	CodeWeekday      = "weekday"
	CodeMoney        = "money"
	CodeNumber       = "number"
)

func wrong(code string) Problems   { return Problems{{Code: code}} }
func caution(code string) Problems { return Problems{{Code: code, Warning: true}} }

// Digits are the digits of a number as people write it: without spaces, dots and hyphens.
func Digits(text string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(" .-", r) {
			return -1
		}
		return r
	}, Plain(text))
}

func matches(pattern, text string) bool { return regexp.MustCompile(pattern).MatchString(text) }

// NIK reads an Indonesian population number and returns its 16 digits. An unknown province is a warning
// (brief section 4.1: region, birth date with the day plus 40 for women, sequence from 0001).
func NIK(text string) (string, Problems) {
	n := Digits(text)
	switch {
	case !matches(`^\d{16}$`, n):
		return "", wrong(CodeNIKLength)
	case strings.Count(n, n[:1]) == 16:
		return "", wrong(CodeNIKSame)
	case !nikDate(n):
		return "", wrong(CodeNIKDate)
	case n[12:] == "0000":
		return "", wrong(CodeNIKSequence)
	case !knownProvince(n[:2]):
		return n, caution(CodeNIKRegion)
	}

	return n, nil
}

func nikDate(n string) bool {
	day := int(n[6]-'0')*10 + int(n[7]-'0')
	month := int(n[8]-'0')*10 + int(n[9]-'0')
	if day > 40 {
		day -= 40
	}
	return month >= 1 && month <= 12 && day >= 1 && day <= time.Date(2000, time.Month(month)+1, 0, 0, 0, 0, 0, time.UTC).Day()
}

func knownProvince(code string) bool {
	const known = " 11 12 13 14 15 16 17 18 19 21 31 32 33 34 35 36 51 52 53 61 62 63 64 65 71 72 73 74 75 76 81 82 91 92 93 94 95 96 "
	return strings.Contains(known, " "+code+" ")
}

// NIKAgrees reports whether the birth date and sex ("m" or "f") inside a well-formed NIK are those given.
// Only the last two digits of the year are known; a zero date or empty sex is not compared. Another text than a
// well-formed NIK agrees with nothing.
func NIKAgrees(nik string, birth Date, sex string) bool {
	if !matches(`^\d{16}$`, nik) {
		return false
	}

	day := int(nik[6]-'0')*10 + int(nik[7]-'0')
	woman := day > 40
	if woman {
		day -= 40
	}
	if sex != "" && (sex == "f") != woman {
		return false
	}

	return birth.IsZero() || (birth.Day == day &&
		int(birth.Month) == int(nik[8]-'0')*10+int(nik[9]-'0') && birth.Year%100 == int(nik[10]-'0')*10+int(nik[11]-'0'))
}

// MaskNIK shows the first four and the last two digits: 3374**********02.
func MaskNIK(nik string) string {
	if len(nik) != 16 {
		return strings.Repeat("*", len(nik))
	}
	return nik[:4] + strings.Repeat("*", 10) + nik[14:]
}

// HiddenNIK stands for a stored NIK that cannot be opened now.
const HiddenNIK = "****************"

// NIKMasked reports whether a text stands for a stored NIK that is not shown: masked, or hidden altogether.
func NIKMasked(text string) bool {
	return text == HiddenNIK || matches(`^\d{4}\*{10}\d{2}$`, text)
}

// storedNIK reads a NIK as NIK does, and lets one pass that stands for the stored one.
func storedNIK(text string) (string, Problems) {
	if NIKMasked(text) {
		return text, nil
	}
	return NIK(text)
}

// BPJSCard reads the 13 digits of a card of the national insurance; leading zeros stay.
func BPJSCard(text string) (string, Problems) {
	return shaped(Digits(text), `^\d{13}$`, CodeBPJSCard)
}

// BPJSFacility reads the 8 characters that BPJS gives to a facility.
func BPJSFacility(text string) (string, Problems) {
	return shaped(strings.ToUpper(strings.TrimSpace(text)), `^[0-9A-Z]{8}$`, CodeBPJSFacility)
}

// BPJSReferral reads a referral or SEP number of 19 characters; another shape is only a warning.
func BPJSReferral(text string) (string, Problems) {
	n := strings.ToUpper(strings.TrimSpace(text))
	if !matches(`^[0-9A-Z]{19}$`, n) {
		return n, caution(CodeBPJSReferral)
	}
	return n, nil
}

// FacilityCode reads the Ministry of Health's code of a facility: 6 to 10 digits.
func FacilityCode(text string) (string, Problems) {
	return shaped(Digits(text), `^\d{6,10}$`, CodeFacility)
}

// SatusehatOrg reads an organisation identifier of SATUSEHAT: digits, or a UUID for a sub-unit.
func SatusehatOrg(text string) (string, Problems) {
	return shaped(strings.ToLower(strings.TrimSpace(text)), `^(\d{6,12}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$`, CodeSatusehat)
}

// NPWP reads a tax number of 15 or 16 digits.
func NPWP(text string) (string, Problems) {
	return shaped(Digits(text), `^\d{15,16}$`, CodeNPWP)
}

// NIB reads the 13 digits of a business number.
func NIB(text string) (string, Problems) { return shaped(Digits(text), `^\d{13}$`, CodeNIB) }

// PostalCode reads the five digits of an Indonesian postal code.
func PostalCode(text string) (string, Problems) {
	return shaped(strings.TrimSpace(text), `^[1-9]\d{4}$`, CodePostal)
}

// RegionCode reads a region: 2, 4, 6 or 10 digits, with or without dots.
func RegionCode(text string) (string, Problems) {
	return shaped(Digits(text), `^(\d{2}|\d{4}|\d{6}|\d{10})$`, CodeRegion)
}

// ICD10 reads a diagnosis code: j189 becomes J18.9.
func ICD10(text string) (string, Problems) {
	code := strings.ToUpper(strings.TrimSpace(text))
	if len(code) > 3 && !strings.Contains(code, ".") {
		code = code[:3] + "." + code[3:]
	}
	return shaped(code, `^[A-Z]\d{2}(\.\d{1,2})?$`, CodeICD10)
}

// Email reads one address: one @, a domain with a dot, at most 254 characters; the domain becomes lower case.
func Email(text string) (string, Problems) {
	text = strings.TrimSpace(text)
	at := strings.LastIndexByte(text, '@')
	if len(text) > 254 || strings.Count(text, "@") != 1 || at < 1 || !Domain(text[at+1:]) ||
		strings.ContainsAny(text, "\"<>(),;:\\") || strings.ContainsFunc(text, blank) {
		return "", wrong(CodeEmail)
	}
	return text[:at+1] + strings.ToLower(text[at+1:]), nil
}

func blank(r rune) bool { return !unicode.IsGraphic(r) || unicode.IsSpace(r) }

// Emails reads addresses separated by semicolons.
func Emails(text string) (string, Problems) {
	var all []string
	for part := range strings.SplitSeq(text, ";") {
		if strings.TrimSpace(part) == "" {
			continue
		}
		one, ps := Email(part)
		if ps != nil {
			return "", ps
		}
		all = append(all, one)
	}

	return strings.Join(all, "; "), nil
}

// Domain reports whether text is a mail domain: labels with a dot between.
func Domain(text string) bool {
	return len(text) <= 253 && matches(`^([\p{L}\p{N}]([\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]{2,}$`, text)
}

func shaped(text, pattern, code string) (string, Problems) {
	if !matches(pattern, text) {
		return "", wrong(code)
	}
	return text, nil
}

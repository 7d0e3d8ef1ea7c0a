package mime

import (
	"regexp"
	"strings"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/ianaindex"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"
)

// charsetName is a declared name in lower case without what does not belong to it.
func charsetName(declared string) string {
	name := strings.ToLower(strings.Trim(declared, " \t\"'<>"))
	if end := strings.IndexAny(name, " \t;,\"'"); end >= 0 {
		name = name[:end]
	}
	return name
}

// ofUTF8 reports whether a name means UTF-8, or says nothing that could be trusted.
func ofUTF8(name string) bool {
	switch name {
	case "", "unknown-8bit", "x-unknown", "unknown", "default", "us-ascii", "ascii", "ansi_x3.4-1968", "iso-ir-6", "iso646-us", "646",
		"utf-8", "utf8", "utf_8", "utf-8n", "utf8mb4", "unicode-1-1-utf-8", "x-unicode20utf8", "cp65001", "65001", "binary", "8bit", "7bit":
		return true
	}

	return false
}

// western reports whether an encoding is one in which text that is valid UTF-8 never comes about by chance.
func western(enc encoding.Encoding) bool {
	return enc == charmap.Windows1252 || enc == charmap.ISO8859_15 || enc == charmap.ISO8859_2 || enc == charmap.Windows1250 ||
		enc == charmap.ISO8859_9 || enc == charmap.Windows1254
}

// encodingOf returns the encoding that a name means, also by the names that mail programs made up, or nil.
func encodingOf(name string) encoding.Encoding {
	for _, form := range []string{name, strings.TrimPrefix(name, "x-"), strings.TrimPrefix(name, "cs"), regular(name)} {
		if enc := madeUp(form); enc != nil {
			return enc
		}

		if enc, err := htmlindex.Get(form); err == nil && enc != encoding.Replacement {
			return enc
		}

		if enc, err := ianaindex.MIME.Encoding(form); err == nil && enc != nil {
			return enc
		}
	}

	return nil
}

// regular writes iso8859_1, cp1252, win-1251 and ibm-850 as they should be.
func regular(name string) string {
	parts := regexp.MustCompile(`^(?:x-)?(iso|cp|win|windows|ms|ibm|latin|8859)?[-_ ]*(8859)?[-_ ]*(\d+)(?:[-_]?[ie])?$`).FindStringSubmatch(name)
	if parts == nil {
		return name
	}

	number := parts[3]
	switch {
	case parts[1] == "iso", parts[1] == "8859", parts[2] == "8859":
		return "iso-8859-" + number
	case parts[1] == "latin":
		return "latin" + number
	case strings.HasPrefix(number, "125"):
		return "windows-" + number
	}

	return "ibm" + number
}

// madeUp returns the encoding of a name that some program made up, or nil.
func madeUp(name string) encoding.Encoding {
	switch name {
	case "iso-8859-1", "latin1", "latin-1", "iso8859-1", "iso_8859-1", "l1", "cp1252", "ansi", "windows-1252", "iso-8859-1-windows-3.1-latin-1":
		return charmap.Windows1252
	case "cp932", "ms932", "windows-932", "ibm932", "ibm943", "windows-31j", "windows31j", "sjis", "shift-jis", "shiftjis", "mskanji":
		return japanese.ShiftJIS
	case "eucjp", "eucjp-ms", "cp51932", "euc_jp":
		return japanese.EUCJP
	case "cp50220", "cp50221", "iso-2022-jp-1", "iso-2022-jp-2", "iso-2022-jp-3", "iso-2022-jp-ms", "jis":
		return japanese.ISO2022JP
	case "ks_c_5601-1987", "ks_c_5601", "ks_c_5601-1989", "ksc5601", "cp949", "ms949", "uhc", "ibm949", "euckr", "iso-2022-kr":
		return korean.EUCKR
	case "cp936", "ms936", "ibm936", "gb_2312-80", "gb2312-80", "gb2312", "gbk", "euc-cn", "euccn", "gb-2312", "gb18030", "cp54936":
		return simplifiedchinese.GB18030
	case "hz", "hz-gb-2312":
		return simplifiedchinese.HZGB2312
	case "cp950", "ms950", "ibm950", "big5-hkscs", "big5hkscs", "big-5":
		return traditionalchinese.Big5
	case "cp874", "ibm874", "windows-874", "tis-620", "tis620":
		return charmap.Windows874
	case "utf-16", "utf16", "unicode", "ucs-2", "iso-10646-ucs-2":
		return unicode.UTF16(unicode.BigEndian, unicode.UseBOM)
	case "utf-16le", "utf16le":
		return unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)
	case "utf-16be", "utf16be":
		return unicode.UTF16(unicode.BigEndian, unicode.UseBOM)
	case "mac", "macintosh", "mac-roman", "macroman", "x-mac-roman":
		return charmap.Macintosh
	}

	return nil
}

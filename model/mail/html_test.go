package mail_test

import (
	"strings"
	"testing"
)

// TestParse_HTMLAsAPersonReadsIt has pages as mail programs and careless people write them: nothing that would be read on
// them is lost.
func TestParse_HTMLAsAPersonReadsIt(t *testing.T) {
	for _, c := range []struct{ name, page, want string }{
		{"paragraphs", "<p>Satu</p>\n<p>Dua</p>", "Satu\nDua"},
		{"an empty paragraph", "<p>Satu</p><p>&nbsp;</p><p>Dua</p>", "Satu\n\nDua"},
		{"line breaks", "Yth.<br>Bapak<br/><br>Ibu", "Yth.\nBapak\n\nIbu"},
		{"words in parts", "re<b>su</b>me dan <i>lagi</i>, <span>ya</span>.", "resume dan lagi, ya."},
		{"written over lines", "<p>Surat\n  nomor\n12/PKS</p>", "Surat nomor 12/PKS"},
		{"a list", "<ul><li>satu</li><li>dua</ul>tiga", "- satu\n- dua\ntiga"},
		{"a table", "<table><tr><td>Nomor</td><td>12/PKS</td></tr><tr><th>Hal</th> <td>MoU</td></tr></table>", "Nomor 12/PKS\nHal MoU"},
		{"lines that count", "<pre>satu\n  dua</pre>tiga", "satu\n  dua\ntiga"},
		{"signs", "a &gt; b &amp; c &#8211; d &euro; &tidak;", "a > b & c – d € &tidak;"},
		{"a sign that is none", "a > b", "a > b"},
		{"a number below", "suhu <38 dan isi penting", "suhu <38 dan isi penting"},
		{"a link with words", `Lihat <a href="https://x.id/a">surat 12/PKS</a> ya`, "Lihat surat 12/PKS <https://x.id/a> ya"},
		{"a link that says itself", `<a href="https://www.x.id/">x.id</a>, <a href=mailto:x@y.id>x@y.id</a>`, "x.id, x@y.id"},
		{"a link that lies", `<a href="http://jahat.example">https://rsud.example</a>`, "https://rsud.example <http://jahat.example>"},
		{"a link that runs", `<a href="javascript:alert(1)">klik</a>`, "klik"},
		{"a picture as a link", `a<a href="https://x.id"><img src=y></a>b`, "ab"},
		{"a sign in a link", `<p>Awal</p><a href="https://x.id">Selengkapnya ></a><p>Isi 001/PKS</p>`, "Awal\nSelengkapnya > <https://x.id>\nIsi 001/PKS"},
		{"an anchor never closed", `<p>Awal</p><a name="x"><p>Isi penting</p>`, "Awal\nIsi penting"},
		{"a link never closed", `<a href="https://x.id">buka<p>Isi</p>`, "buka\nIsi\n<https://x.id>"},
		{"ends of nothing", "<p>Awal</p></a></head></pre></li><p>Isi penting</p>", "Awal\nIsi penting"},
		{"a sign in a value", `<a href="https://x.id" title="a > b">t</a><p>Isi</p>`, "t <https://x.id>\nIsi"},
		{"a comment", "a<!-- <p>tidak</p> -->b<!--[if mso]><p>tidak</p><![endif]-->c", "abc"},
		{"script and style", "<head><title>tidak</title><style>p{}</style></head><script>if (a<b) {}</script>isi", "isi"},
		{"cut off", "<p>Awal</p><p class=", "Awal"},
	} {
		t.Run(c.name, func(t *testing.T) {
			m := parse("Subject: x\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + c.page)
			same(t, "text", strings.TrimSuffix(m.Body, "\n"), c.want)
		})
	}
}

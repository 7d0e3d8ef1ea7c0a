package mime_test

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

func htmlBody(t *testing.T, page string) string {
	t.Helper()
	return strings.TrimSuffix(parse("Subject: x\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"+page).Body, "\n")
}

// TestParse_HTMLThatHides has what senders hide from the reader, and what only looks as if they did.
func TestParse_HTMLThatHides(t *testing.T) {
	for _, c := range []struct{ name, page, want string }{
		{"display", `<div style="display:none;max-height:0">x</div><p>isi</p>`, "isi"},
		{"display with blanks and capitals", `<span style="DISPLAY : None !important">x</span>isi`, "isi"},
		{"everything inside of it", `<div style="display:none"><table><tr><td>x<p>y</td></tr></table><b>z</b></div>isi`, "isi"},
		{"a picture and a link inside of it", `<div style="display:none"><a href="https://x.id">x</a><img alt="y"></div>isi`, "isi"},
		{"a paragraph that its successor ends", `<p style="display:none">x<p>isi`, "isi"},
		{"a cell that its successor ends", `<table><tr><td style="display:none">x<td>isi<tr><td>lagi</table>`, "isi\nlagi"},
		{"an item that its successor ends", `<ul><li style="display:none">x<li>isi</ul>`, "- isi"},
		{"visibility", `<div style="visibility:hidden">x <b style="visibility:visible">isi</b></div>`, "isi"},
		{"no size", `<span style="font-size:0px">x</span><span style="font-size:0">y</span>isi`, "isi"},
		{"no size, and a size inside of it", `<td style="font-size:0px">x<div style="font-size:13px">isi</div></td>`, "isi"},
		{"nothing but a blank is lost of a half size", `<span style="font-size:0.8em">isi</span>`, "isi"},
		{"for Outlook", `<div style="mso-hide:all">x</div>isi`, "isi"},
		{"no height", `<div style="max-height:0;overflow:hidden">x</div><div style="height:0px; overflow: hidden">y</div>isi`, "isi"},
		{"a height of nothing that shows all the same", `<div style="height:0">isi</div>`, "isi"},
		{"transparent", `<div style="opacity:0">x</div>isi`, "isi"},
		{"the attribute", `<div hidden>x</div>isi`, "isi"},
		{"white on white", `<span style="color:#FFF;background-color: white">x</span>isi`, "isi"},
		{"white on what nobody knows", `<td bgcolor="#003366"><span style="color:#ffffff">isi</span></td>`, "isi"},
		{"for those who listen alone", `<span aria-hidden="true">isi</span>`, "isi"},
		{"a class", `<style>p {color:red} .awal, #sembunyi {display:none}</style><div class="x awal">x</div><div id=sembunyi>y</div><p>isi</p>`, "isi"},
		{"a class on small screens alone", `<style>@media (max-width:600px) { .lebar { display:none } } </style><div class="lebar">isi</div>`, "isi"},
		{"a class inside of others", `<style>.a .b {display:none}</style><div class="b">isi</div>`, "isi"},
		{"a style with remarks", `<style>/* .isi{} */ .x/**/{display:none}</style><b class=x>x</b>isi`, "isi"},
		{"all of it", `<div style="display:none">isi</div>`, "isi"},
		{"never closed", `<p>isi</p><div style="display:none">x<p>y`, "isi"},
		{"off the page", `<div style="position:absolute; left:-9999px">x</div><div style="text-indent:-9999px">y</div>isi`, "isi"},
		{"a little to the left", `<div style="text-indent:-18pt">isi</div>`, "isi"},
		{"transparent letters", `<span style="color:transparent">x</span>isi`, "isi"},
		{"letters of a dot", `<span style="font-size:1px">x</span>isi`, "isi"},
		{"blanks that nobody sees", `<p>isi</p><p>&zwnj;&nbsp;&zwnj;&nbsp;&#847;</p><p>&shy;</p><p>lagi</p>`, "isi\n\nlagi"},
		{"an element that nobody knows", `<o:p style="display:none">x</o:p><center>isi</center>`, "isi"},
		{"a template", `<template>x</template>isi`, "isi"},
	} {
		t.Run(c.name, func(t *testing.T) { same(t, "text", htmlBody(t, c.page), c.want) })
	}
}

// TestParse_HTMLThatMeansMoreThanItsWords has marks that change what the words say.
func TestParse_HTMLThatMeansMoreThanItsWords(t *testing.T) {
	for _, c := range []struct{ name, page, want string }{
		{"crossed out", `<p><s>lama</s> baru</p>`, "~~lama~~ baru"},
		{"crossed out with blanks", `<p>tanggal<del> 3 Desember </del>5 Desember</p>`, "tanggal ~~3 Desember~~ 5 Desember"},
		{"crossed out by a style", `<span style="text-decoration:line-through red">lama</span> baru`, "~~lama~~ baru"},
		{"crossed out over lines", `<strike>satu<br>dua</strike> tiga`, "~~satu\ndua~~ tiga"},
		{"crossed out over paragraphs", `<s><p>satu</p><p>dua</p></s><p>tiga</p>`, "~~satu~~\n~~dua~~\ntiga"},
		{"numbers", `<ol start="3"><li>satu</li><li>dua</li></ol>`, "3. satu\n4. dua"},
		{"letters", `<ol type="a"><li>satu<li>dua</ol>`, "a. satu\nb. dua"},
		{"Roman numbers", `<ol type="I" start=9><li>satu<li>dua</ol>`, "IX. satu\nX. dua"},
		{"a number of its own", `<ol><li>satu<li value="7">dua<li>tiga</ol>`, "1. satu\n7. dua\n8. tiga"},
		{"a list in a list", `<ol><li>satu<ul><li>a</ul><li>dua</ol><ul><li>tiga</ul>`, "1. satu\n- a\n2. dua\n- tiga"},
		{"the words of a picture", `<img alt="Logo RSUD" src="cid:1">isi`, "[Logo RSUD] isi"},
		{"a picture without words", `<img alt="" src="cid:1"><img src=x>isi`, "isi"},
		{"a picture as a link", `<a href="https://x.id"><img alt="Daftar"></a>`, "[Daftar] <https://x.id>"},
		{"a power", `10<sup>3</sup> sel, m<sup>2</sup>, 10<sup>-6</sup>, H<sub>2</sub>O`, "10³ sel, m², 10⁻⁶, H2O"},
		{"a box with text", `<textarea>isi kotak</textarea>`, "isi kotak"},
	} {
		t.Run(c.name, func(t *testing.T) { same(t, "text", htmlBody(t, c.page), c.want) })
	}
}

func TestParse_HTMLInItsOwnCharset(t *testing.T) {
	const gb = "\xba\xcf\xd7\xf7\xd0\xad\xd2\xe9" // 合作协议
	for _, c := range []struct{ name, kind, page, want string }{
		{"meta", "text/html", `<meta http-equiv="Content-Type" content="text/html; charset=GB18030"><p>` + gb, "合作协议"},
		{"short meta", "text/html", `<META charset='gbk'><p>` + gb, "合作协议"},
		{"XML", "text/html", `<?xml version="1.0" encoding="gb2312"?><p>` + gb, "合作协议"},
		{"the mail's", "text/html; charset=gbk", `<meta charset="iso-8859-1"><p>` + gb, "合作协议"},
		{"ASCII that is not", "text/html; charset=us-ascii", `<meta charset="gb2312"><p>` + gb, "合作协议"},
		{"UTF-8 that says otherwise", "text/html", `<meta charset="iso-8859-1"><p>ke‑2 ✓`, "ke‑2 ✓"},
		{"two bytes that are one", "text/html", `<meta charset="utf-16"><p>caf` + "\xc3\xa9", "café"},
		{"none", "text/html", "<p>\x93kutip\x94", "“kutip”"},
	} {
		t.Run(c.name, func(t *testing.T) {
			body := parse("Subject: x\r\nContent-Type: " + c.kind + "\r\n\r\n" + c.page).Body
			same(t, "text", strings.TrimSuffix(body, "\n"), c.want)
		})
	}
}

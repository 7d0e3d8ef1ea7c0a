package letter

import (
	"strings"
	"testing"
)

func TestOffice(t *testing.T) {
	for _, c := range [][3]string{
		{"Penanggung Jawab Klinik", "Klinik Pratama Samudra Melati", "Penanggung Jawab Klinik Pratama Samudra Melati"},
		{"Direktur", "RS Bunda Cempaka", "Direktur RS Bunda Cempaka"}, {"Ketua", "Ketua", "Ketua Ketua"},
	} {
		if got := office(c[0], c[1]); got != c[2] {
			t.Errorf("office(%q, %q) = %q, want %q", c[0], c[1], got, c[2])
		}
	}
}

func TestLetterOf(t *testing.T) {
	for i, want := range map[int]string{0: "a", 25: "z", 26: "aa", 27: "ab", 51: "az", 52: "ba"} {
		if got := letterOf(i); got != want {
			t.Errorf("letterOf(%d) = %s, want %s", i, got, want)
		}
	}
}

func TestStampedBy(t *testing.T) {
	for n, want := range map[int]string{2: "01 10", 3: "010 001 100", 4: "0100 0010 0001 1000"} {
		var copies []string
		for k := range n {
			s := ""
			for i := range n {
				s += map[bool]string{true: "1", false: "0"}[stampedBy("one_on_each_copy", k, i, n)]
			}
			copies = append(copies, s)
		}
		if got := strings.Join(copies, " "); got != want {
			t.Errorf("%d parties: %s, want %s", n, got, want)
		}
	}
}

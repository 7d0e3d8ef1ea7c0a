//go:build integration

package letter_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"jejaring/model"
)

// TestPapers_AreSoundFiles asks qpdf whether the files are sound and pdffonts whether all fonts are inside.
func TestPapers_AreSoundFiles(t *testing.T) {
	four := parties(t, 4)
	bilingual := sampleData(t)
	draft := proposalData(t)
	f4 := sampleData(t)
	bilingual.Language, bilingual.Clinic.Logo = "bilingual", sampleLogo(t)
	draft.Draft, draft.Clinic.Logo = true, sampleLogo(t)
	f4.Clinic.Paper, f4.Agreement.Terms.MeteraiMode, f4.Draft = "F4", "electronic", true
	hadir := trainingData("DH")
	undangan := trainingData("UND")
	hadir.Clinic.Paper, undangan.Draft, undangan.Clinic.Logo = "F4", true, sampleLogo(t)

	for name, d := range map[string]model.LetterData{"two": sampleData(t), "four": four, "bilingual": bilingual, "draft": draft, "f4": f4,
		"outpatient": outpatientData(), "emergency": emergencyData(), "reply": replyData(), "invitation": undangan, "attendance": hadir,
		"certificate": trainingData("SRT")} {
		for _, p := range render(t, d) {
			file := filepath.Join(t.TempDir(), p.FileName)
			if err := os.WriteFile(file, p.PDF, 0o600); err != nil {
				t.Fatal(err)
			}
			if out, err := exec.Command("qpdf", "--check", file).CombinedOutput(); err != nil || strings.Contains(string(out), "WARNING") {
				t.Errorf("%s: qpdf: %v\n%s", name, err, out)
			}

			out, err := exec.Command("pdffonts", file).Output()
			if err != nil {
				t.Fatal(err)
			}

			for _, line := range strings.Split(strings.TrimSpace(string(out)), "\n")[2:] {
				if f := strings.Fields(line); len(f) < 6 || f[len(f)-5] != "yes" {
					t.Errorf("%s: font is not embedded: %s", name, line)
				}
			}

			info, err := exec.Command("pdfinfo", file).Output()
			if err != nil {
				t.Fatal(err)
			}

			size := "595.28 x 841.89"
			if d.Type == "SRT" {
				size = "841.89 x 595.28"
			} else if d.Clinic.Paper == "F4" {
				size = "609.45 x 935.43"
			}

			if !strings.Contains(string(info), size) {
				t.Errorf("%s: page size is not %s in\n%s", name, size, info)
			}
		}
	}
}

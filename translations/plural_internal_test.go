package translations

import "testing"

func TestSayChoosesByNumber(t *testing.T) {
	w, err := In("en")
	if err != nil {
		t.Fatal(err)
	}

	w.texts = map[string]string{"mail.new.one": "{0} new e-mail", "mail.new.other": "{0} new e-mails", "days.other": "{0} days",
		"plain": "{0} plain"}
	for _, c := range []struct {
		got, want string
	}{
		{w.Say("mail.new", 1), "1 new e-mail"},
		{w.Say("mail.new", int64(1)), "1 new e-mail"},
		{w.Say("mail.new", 0), "0 new e-mails"},
		{w.Say("mail.new", -1), "-1 new e-mails"},
		{w.Say("mail.new", 12345), "12,345 new e-mails"},
		{w.Say("mail.new", "1"), "⟦mail.new⟧"},
		{w.Say("mail.new"), "⟦mail.new⟧"},
		{w.Say("days", 1), "1 days"},
		{w.Say("plain", 1), "1 plain"},
	} {
		if c.got != c.want {
			t.Errorf("%q, want %q", c.got, c.want)
		}
	}
}

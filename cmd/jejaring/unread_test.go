package main

import (
	"bufio"
	"fmt"
	"net"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// scripted is a mail server on loopback with 30 mails that answers each command whose beginning is a key; TAG stands for the
// command's own.
func scripted(t *testing.T, answers map[string]string) (port string) {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}

	t.Cleanup(func() { _ = l.Close() })
	go func() {
		for {
			c, err := l.Accept()
			if err != nil {
				return
			}
			go converse(c, answers)
		}
	}()
	_, port, _ = net.SplitHostPort(l.Addr().String())

	return port
}

func converse(c net.Conn, answers map[string]string) {
	defer func() { _ = c.Close() }()
	fmt.Fprint(c, "* OK ready\r\n")
	for lines := bufio.NewScanner(c); lines.Scan(); {
		tag, command, _ := strings.Cut(lines.Text(), " ")
		answer := map[string]string{"EXAMINE": "* 30 EXISTS\r\n* OK [UIDVALIDITY 1] valid\r\n"}[strings.Fields(command)[0]] + "TAG OK done\r\n"
		for start, other := range answers {
			if strings.Contains(command, start) {
				answer = other
			}
		}
		fmt.Fprint(c, strings.ReplaceAll(answer, "TAG", tag))
	}
}

// mailboxOn adds a mailbox that is read from a scripted server.
func mailboxOn(t *testing.T, dir, name, port string, folders ...string) {
	t.Helper()
	secret := filepath.Join(t.TempDir(), "sandi")
	if err := os.WriteFile(secret, []byte("rahasia"), 0o600); err != nil {
		t.Fatal(err)
	}

	args := []string{"mailbox", "add", "--name", name, "--host", "127.0.0.1", "--port", port, "--security", "none", "--user", "humas",
		"--password-file", secret}
	for _, f := range folders {
		args = append(args, "--folder", f)
	}

	must(t, dir, args...)
}

func all30() string {
	found := "* SEARCH"
	for uid := 1; uid <= 30; uid++ {
		found += fmt.Sprint(" ", uid)
	}
	return found + "\r\nTAG OK done\r\n"
}

func TestSync_SaysOfEachMailboxWhatIsMissing(t *testing.T) {
	dir := t.TempDir()
	mailboxOn(t, dir, "Satu", scripted(t, map[string]string{"UID SEARCH": all30(), "BODY.PEEK": "TAG NO internal error\r\n"}))
	mailboxOn(t, dir, "Dua", scripted(t, map[string]string{"LOGIN": "TAG NO [ALERT] Please open the webmail first.\r\n"}))
	mailboxOn(t, dir, "Tiga", scripted(t, map[string]string{"EXAMINE \"R&-D\"": "TAG NO no such folder\r\n"}), "R&D", "INBOX")
	mailboxOn(t, dir, "Empat", scripted(t, nil))

	for _, json := range []bool{false, true} {
		args := []string{"sync"}
		if json {
			args = append(args, "--json")
		}

		a := run(t, dir, args...)
		if a.code != 1 || strings.Count(a.err, "\n") != 3 || !strings.Contains(a.out, "Empat") {
			t.Errorf("exit code %d, stdout %q", a.code, a.out)
		}

		for _, words := range []string{"jejaring: Satu: Peladen surel tidak menyerahkan semua surel", "Belum didapat: 30 dari 30",
			"jejaring: Dua: Peladen surel menolak masuk, tetapi bukan karena kata sandi", "“Please open the webmail first”",
			"jejaring: Tiga: Folder surel", "Tidak terbaca: R&D"} {
			if !strings.Contains(a.err, words) {
				t.Errorf("%q is not said in\n%s", words, a.err)
			}
		}
	}
}

//go:build unix

package mailtest

import (
	"context"
	_ "embed"
	"fmt"
	"io/fs"
	"net"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"strconv"
	"syscall"
	"testing"
	"text/template"
	"time"
)

// Server is a real Dovecot on loopback with a certificate of its own and one mailbox: user User, password Password,
// folders INBOX and Sent.
type Server struct {
	CA            string // the authority of its certificate, as PEM; the certificate is for localhost
	Plain, Secure int    // ports: STARTTLS or none, and TLS

	dir      string
	uid, gid int
}

//go:embed dovecot.conf
var config string

// NewServer prepares a server whose certificate is valid until then; Start starts it.
func NewServer(t testing.TB, until time.Time) *Server {
	t.Helper()
	dir, err := os.MkdirTemp("", "imap")
	check(t, err)
	t.Cleanup(func() { check(t, os.RemoveAll(dir)) })

	d := &Server{dir: dir, uid: os.Getuid(), gid: os.Getgid(), Plain: freePort(t), Secure: freePort(t)}
	if d.uid == 0 {
		nobody, err := user.Lookup("nobody")
		check(t, err)
		d.uid, _ = strconv.Atoi(nobody.Uid)
		d.gid, _ = strconv.Atoi(nobody.Gid)
	}

	for _, folder := range []string{"INBOX", "Sent"} {
		for _, part := range []string{"cur", "new", "tmp"} {
			check(t, os.MkdirAll(filepath.Join(dir, "mail", "Maildir", below(folder), part), 0o700))
		}
	}

	check(t, os.Mkdir(filepath.Join(dir, "run"), 0o755))
	d.certify(t, until)
	passwd := fmt.Sprintf("%s:{PLAIN}%s:%d:%d::%s/mail::\n", User, Password, d.uid, d.gid, dir)
	check(t, os.WriteFile(filepath.Join(dir, "passwd"), []byte(passwd), 0o600))
	d.configure(t)

	return d
}

// below is where a Maildir keeps a folder.
func below(folder string) string {
	if folder == "INBOX" {
		return ""
	}
	return "." + folder
}

func freePort(t testing.TB) int {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	check(t, err)
	defer func() { _ = l.Close() }()
	return l.Addr().(*net.TCPAddr).Port
}

func (d *Server) configure(t testing.TB) {
	t.Helper()
	text, err := template.New("").Parse(config)
	check(t, err)
	f, err := os.Create(filepath.Join(d.dir, "dovecot.conf"))
	check(t, err)
	who, err := user.LookupId(strconv.Itoa(d.uid))
	check(t, err)
	group, err := user.LookupGroupId(strconv.Itoa(d.gid))
	check(t, err)
	check(t, text.Execute(f, map[string]any{"Dir": d.dir, "User": who.Username, "Group": group.Name, "Plain": d.Plain, "Secure": d.Secure}))
	check(t, f.Close())
}

// certify gives the server a certificate of its own for this computer.
func (d *Server) certify(t testing.TB, until time.Time) {
	t.Helper()

	authority, certificate, key := Certificate(t, until)
	d.CA = authority
	check(t, os.WriteFile(filepath.Join(d.dir, "server.pem"), certificate, 0o644))
	check(t, os.WriteFile(filepath.Join(d.dir, "server.key"), key, 0o600))
}

// Put lays a mail into a folder, INBOX or Sent; the order of n is the order on the server.
func (d *Server) Put(t testing.TB, folder string, n int, raw []byte, received time.Time) {
	t.Helper()
	path := filepath.Join(d.dir, "mail", "Maildir", below(folder), "new", fmt.Sprintf("%010d.M%06dP1.test", 1700000000+n, n))
	check(t, os.WriteFile(path, raw, 0o600))
	check(t, os.Chtimes(path, received, received))
}

// Start runs the server until the test ends. Root gives its rights up first.
func (d *Server) Start(t testing.TB) {
	t.Helper()

	program, err := exec.LookPath("dovecot")
	if err != nil {
		program, err = exec.LookPath("/usr/sbin/dovecot")
	}

	if err != nil {
		t.Fatalf("these tests need Dovecot: %v", err)
	}

	run := exec.Command(program, "-F", "-c", filepath.Join(d.dir, "dovecot.conf"))
	run.Env = append(os.Environ(), "HOME="+d.dir)

	if os.Getuid() == 0 {
		check(t, filepath.WalkDir(d.dir, func(path string, _ fs.DirEntry, err error) error {
			if err == nil {
				err = os.Chown(path, d.uid, d.gid)
			}
			return err
		}))

		run.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: uint32(d.uid), Gid: uint32(d.gid)}}
	}

	check(t, run.Start())

	t.Cleanup(func() {
		_ = run.Process.Signal(syscall.SIGTERM)
		_ = run.Wait()
	})

	d.await(t)
}

func (d *Server) await(t testing.TB) {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	again := time.NewTicker(20 * time.Millisecond)
	defer again.Stop()

	for {
		c, err := net.Dial("tcp", fmt.Sprintf("127.0.0.1:%d", d.Secure))
		if err == nil {
			_ = c.Close()
			return
		}

		select {
		case <-again.C:
		case <-ctx.Done():
			log, _ := os.ReadFile(filepath.Join(d.dir, "dovecot.log"))
			t.Fatalf("Dovecot does not answer: %v\n%s", err, log)
		}
	}
}

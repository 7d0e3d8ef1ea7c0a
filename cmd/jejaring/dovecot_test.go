//go:build integration && unix

package main

import (
	"bufio"
	"context"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"fmt"
	"io/fs"
	"math/big"
	"net"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"text/template"
	"time"
)

// dovecot is a real mail server on loopback with a mailbox of its own: user partner, password rahasia.
type dovecot struct {
	dir, ca       string
	uid, gid      int
	plain, secure int
}

func check(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func newDovecot(t testing.TB) *dovecot {
	t.Helper()
	dir, err := os.MkdirTemp("", "imap")
	check(t, err)
	t.Cleanup(func() { check(t, os.RemoveAll(dir)) })
	d := &dovecot{dir: dir, ca: filepath.Join(dir, "ca.pem"), uid: os.Getuid(), gid: os.Getgid(), plain: freePort(t), secure: freePort(t)}
	if d.uid == 0 {
		nobody, err := user.Lookup("nobody")
		check(t, err)
		d.uid, _ = strconv.Atoi(nobody.Uid)
		d.gid, _ = strconv.Atoi(nobody.Gid)
	}
	for _, part := range []string{"cur", "new", "tmp", ".Sent/cur", ".Sent/new", ".Sent/tmp"} {
		check(t, os.MkdirAll(filepath.Join(dir, "mail", "Maildir", part), 0o700))
	}
	check(t, os.Mkdir(filepath.Join(dir, "run"), 0o755))
	d.certify(t)
	passwd := fmt.Sprintf("partner:{PLAIN}rahasia:%d:%d::%s/mail::\n", d.uid, d.gid, dir)
	check(t, os.WriteFile(filepath.Join(dir, "passwd"), []byte(passwd), 0o600))
	return d
}

func freePort(t testing.TB) int {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	check(t, err)
	defer func() { _ = l.Close() }()
	return l.Addr().(*net.TCPAddr).Port
}

// certify makes an authority and a certificate of it for this computer.
func (d *dovecot) certify(t testing.TB) {
	t.Helper()
	signs, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	check(t, err)
	authority := &x509.Certificate{SerialNumber: big.NewInt(1), Subject: pkix.Name{CommonName: "Authority of the tests"}, IsCA: true,
		BasicConstraintsValid: true, KeyUsage: x509.KeyUsageCertSign, NotBefore: time.Now().AddDate(-2, 0, 0), NotAfter: time.Now().AddDate(1, 0, 0)}
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	check(t, err)
	leaf := &x509.Certificate{SerialNumber: big.NewInt(2), Subject: pkix.Name{CommonName: "localhost"}, DNSNames: []string{"localhost"},
		ExtKeyUsage: []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth}, NotBefore: time.Now().AddDate(-1, 0, 0), NotAfter: time.Now().AddDate(0, 1, 0)}
	for file, c := range map[string]*x509.Certificate{"ca.pem": authority, "server.pem": leaf} {
		public := key.Public()
		if c.IsCA {
			public = signs.Public()
		}
		der, err := x509.CreateCertificate(rand.Reader, c, authority, public, signs)
		check(t, err)
		check(t, os.WriteFile(filepath.Join(d.dir, file), pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: der}), 0o644))
	}
	secret, err := x509.MarshalPKCS8PrivateKey(key)
	check(t, err)
	check(t, os.WriteFile(filepath.Join(d.dir, "server.key"), pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: secret}), 0o600))
}

// put lays a mail into a folder; the order of n is the order on the server.
func (d *dovecot) put(t testing.TB, folder string, n int, raw []byte, received time.Time) {
	t.Helper()
	below := map[string]string{"INBOX": "", "Sent": ".Sent"}[folder]
	path := filepath.Join(d.dir, "mail", "Maildir", below, "new", fmt.Sprintf("%010d.M%06dP1.test", 1700000000+n, n))
	check(t, os.WriteFile(path, raw, 0o600))
	check(t, os.Chtimes(path, received, received))
}

// start runs the server until the test ends. Root gives its rights up first.
func (d *dovecot) start(t testing.TB) {
	t.Helper()
	config, err := template.ParseFiles(filepath.Join(root, "model", "mail", "testdata", "dovecot.conf"))
	check(t, err)
	who, err := user.LookupId(strconv.Itoa(d.uid))
	check(t, err)
	group, err := user.LookupGroupId(strconv.Itoa(d.gid))
	check(t, err)
	f, err := os.Create(filepath.Join(d.dir, "dovecot.conf"))
	check(t, err)
	check(t, config.Execute(f, map[string]any{"Dir": d.dir, "User": who.Username, "Group": group.Name, "Plain": d.plain, "Secure": d.secure}))
	check(t, f.Close())
	program, err := exec.LookPath("dovecot")
	if err != nil {
		program, err = exec.LookPath("/usr/sbin/dovecot")
	}
	if err != nil {
		t.Fatalf("these tests need Dovecot: %v", err)
	}
	run := exec.Command(program, "-F", "-c", f.Name())
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

func (d *dovecot) await(t testing.TB) {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	again := time.NewTicker(20 * time.Millisecond)
	defer again.Stop()
	for {
		c, err := net.Dial("tcp", fmt.Sprintf("127.0.0.1:%d", d.plain))
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

// flags asks the server for the flags of every mail in both folders, in plain IMAP.
func (d *dovecot) flags(t testing.TB) string {
	t.Helper()
	c, err := net.Dial("tcp", fmt.Sprintf("127.0.0.1:%d", d.plain))
	check(t, err)
	defer func() { _ = c.Close() }()
	lines := bufio.NewReader(c)
	var found []string
	for _, command := range []string{"LOGIN partner rahasia", "EXAMINE INBOX", "FETCH 1:* (UID FLAGS)", "EXAMINE Sent", "FETCH 1:* (UID FLAGS)"} {
		_, err := fmt.Fprintf(c, "x1 %s\r\n", command)
		check(t, err)
		for {
			line, err := lines.ReadString('\n')
			check(t, err)
			if strings.HasPrefix(line, "x1 ") {
				if !strings.HasPrefix(line, "x1 OK") {
					t.Fatalf("%s: %s", command, line)
				}
				break
			}
			if strings.Contains(line, " FETCH (") {
				found = append(found, strings.ReplaceAll(line, `\Recent`, ""))
			}
		}
	}
	return strings.Join(found, "")
}

package store

import (
	"flag"
	"os"
	"testing"

	"jejaring/model"
	"jejaring/model/secret"
)

// testSealer has the same key in every test.
func testSealer(t testing.TB) model.Sealer {
	t.Helper()
	made, err := secret.FromRecovery(secret.Recovery([]byte("a key that only these tests have.")[:32]))
	if err != nil {
		t.Fatal(err)
	}
	return made
}

func TestMain(m *testing.M) {
	flag.Bool("update", false, "write the golden files")
	flag.Parse()
	os.Exit(m.Run())
}

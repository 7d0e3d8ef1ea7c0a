package secret_test

import (
	"testing"
	"time"

	"jejaring/model/secret"
)

// TestVault_ARealSystem runs first, before any stand-in for the keyring: whatever this computer has, opening is quick
// and a password comes back.
func TestVault_ARealSystem(t *testing.T) {
	start := time.Now()
	v := secret.Open(t.TempDir(), secret.Options{})
	if took := time.Since(start); took > 30*time.Second {
		t.Errorf("opening took %v", took)
	}

	t.Logf("passwords go to the %s", v.KeptIn())
	const name = "jejaring test of the vault"
	t.Cleanup(func() { _ = v.Delete(name) })
	if err := v.Set(name, password); err != nil {
		t.Fatal(err)
	}

	expect(t, v, name, password)
}

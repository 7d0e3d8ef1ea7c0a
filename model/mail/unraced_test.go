//go:build !race

package mail_test

// raced is true under the race detector.
const raced = false

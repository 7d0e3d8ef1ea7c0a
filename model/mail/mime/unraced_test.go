//go:build !race

package mime_test

// raced is true under the race detector.
const raced = false

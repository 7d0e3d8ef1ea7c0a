//go:build race

package mime_test

// raced: the race detector lets a sync.Pool forget what it keeps, at random, so that what is moved says nothing then.
const raced = true

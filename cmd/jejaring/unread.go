package main

import (
	"fmt"
	"strings"
)

// unreadBoxes are the mailboxes that could not be read, or not wholly.
type unreadBoxes []mailboxResult

// Error implements error.
func (u unreadBoxes) Error() string {
	var lines []string
	for _, r := range u {
		lines = append(lines, fmt.Sprintf("%s: %v", r.box.Name, r.err))
	}
	return strings.Join(lines, "; ")
}

// Unwrap implements the errors package.
func (u unreadBoxes) Unwrap() []error {
	var list []error
	for _, r := range u {
		list = append(list, r.err)
	}
	return list
}

// explain has a line for each mailbox.
func (u unreadBoxes) explain(c *command) string {
	var lines []string
	for _, r := range u {
		lines = append(lines, r.box.Name+": "+c.explain(r.err))
	}
	return strings.Join(lines, "\njejaring: ")
}

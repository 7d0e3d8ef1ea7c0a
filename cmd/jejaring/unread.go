package main

import (
	"strings"

	"jejaring/model"
)

// explainUnread has a line for each mailbox that could not be read, or not wholly.
func (c *command) explainUnread(u model.Unread) string {
	var lines []string
	for _, f := range u {
		lines = append(lines, f.Name+": "+c.explain(f.Err))
	}
	return strings.Join(lines, "\njejaring: ")
}

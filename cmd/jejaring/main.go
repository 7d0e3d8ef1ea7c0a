// Command jejaring is the program: the window, or, with a command behind its name, the same register without a
// window for scripts and scheduled tasks. It is the only place where store, letters, mail and window meet.
package main

import (
	"fmt"
	"os"
	"time"
	_ "time/tzdata" // the clinic's time zone, also where the system has no table
)

func main() {
	if len(os.Args) > 1 {
		console()
	}

	o, rest, err := parseGlobal(os.Args[1:])
	if err != nil {
		fmt.Fprintln(&terminal{to: os.Stderr}, "jejaring:", err)
		os.Exit(2)
	}

	o.now = time.Now
	if len(rest) == 0 {
		os.Exit(start(o))
	}

	os.Exit(runCommand(o, rest, os.Stdout, os.Stderr))
}

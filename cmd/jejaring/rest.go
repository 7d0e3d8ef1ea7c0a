package main

import (
	"context"
	"runtime/debug"
	"runtime/metrics"
	"time"
)

// restEvery is how often it is looked whether memory can be given back. The toolkit itself forgets what it drew after a minute.
const restEvery = time.Minute

// rest gives memory that is free back to the system from time to time, after work was done: a program that stays open all day beside
// others should not keep what a busy minute took. It ends with the context.
func rest(ctx context.Context) {
	again := time.NewTicker(restEvery)
	defer again.Stop()
	before := collected()
	for {
		select {
		case <-ctx.Done():
			return
		case <-again.C:
		}

		if now := collected(); now > before+1 { // one comes by itself every two minutes
			debug.FreeOSMemory()
			before = collected()
		}
	}
}

// collected is how often memory was collected so far.
func collected() uint64 {
	cycles := []metrics.Sample{{Name: "/gc/cycles/automatic:gc-cycles"}}
	metrics.Read(cycles)
	return cycles[0].Value.Uint64()
}

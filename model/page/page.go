// Package page turns the pages of a PDF into pictures, so that a paper can be looked at inside the program before it
// is made, and joins papers that are printed together. PDFium runs as WebAssembly: no C library is needed and a broken file cannot harm the program.
package page

import (
	"context"
	"errors"
	"fmt"
	"io"
	"reflect"
	"sync"
	"time"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
)

// Printer makes pictures of pages. The first use takes a second or two; it may be used from any goroutine.
type Printer struct {
	// Patience is how long one page may take to be drawn.
	Patience time.Duration

	mu       sync.Mutex
	cache    wazero.CompilationCache // of PDFium, which is started anew after a file that broke it
	pool     pdfium.Pool
	instance pdfium.Pdfium
	turn     int // of the instance: a document belongs to the one that opened it
}

// patience is long for an honest page, and short enough to wait for one that was made never to end.
const patience = 20 * time.Second

// memory is the most that PDFium may take, in pages of 64 KB: 1 GB. A file may ask for far more.
const memory = 16 << 10

// New returns a printer that starts PDFium at its first use.
func New() *Printer { return &Printer{Patience: patience, cache: wazero.NewCompilationCache()} }

func (p *Printer) start() error {
	if p.instance != nil {
		return nil
	}

	if p.pool == nil {
		// What runs for too long can be stopped only when it is asked to look whether it shall.
		runtime := wazero.NewRuntimeConfig().WithCloseOnContextDone(true).WithMemoryLimitPages(memory).WithCompilationCache(p.cache)
		// A program from the Windows start menu has no output that PDFium could be given.
		pool, err := webassembly.Init(webassembly.Config{MinIdle: 0, MaxIdle: 1, MaxTotal: 1, Stdout: io.Discard, Stderr: io.Discard,
			RuntimeConfig: runtime})
		if err != nil {
			return fmt.Errorf("start pdfium: %w", err)
		}
		p.pool = pool
	}

	instance, err := p.pool.GetInstance(30 * time.Second)
	if err != nil {
		return fmt.Errorf("start pdfium: %w", err)
	}

	p.instance = instance
	p.turn++
	return nil
}

// within lets PDFium do something for as long as the patience lasts. After an error PDFium begins anew: what it holds may be
// broken, and every document is opened again.
func (p *Printer) within(do func() error) error {
	module := moduleOf(p.instance)
	timer := time.AfterFunc(p.Patience, func() { _ = module.Close(context.Background()) })
	err := do()
	if timer.Stop() && err == nil {
		return nil
	}

	// Kill only takes the instance off the pool's list: without that the pool would wait for an answer of what is broken.
	_ = p.instance.Kill()
	_ = p.pool.Close()
	p.instance, p.pool = nil, nil
	if err == nil {
		err = errSlow
	}

	return err
}

var errSlow = errors.New("pdfium was stopped")

// moduleOf is what runs an instance. Closing it ends its work at once; the library has no other way to do so.
func moduleOf(i pdfium.Pdfium) interface{ Close(context.Context) error } {
	return reflect.Indirect(reflect.ValueOf(i.GetImplementation())).FieldByName("Module").Interface().(interface{ Close(context.Context) error })
}

// Close ends PDFium.
func (p *Printer) Close() error {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.pool == nil {
		return nil
	}

	var err error
	if p.instance != nil {
		err = p.instance.Close()
	}
	if e := p.pool.Close(); err == nil {
		err = e
	}

	p.pool, p.instance = nil, nil
	return errors.Join(err, p.cache.Close(context.Background()))
}

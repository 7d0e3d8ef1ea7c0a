//go:build !windows

package main

import (
	"context"
	"errors"
	"io/fs"
	"net"
	"os"
	"path/filepath"
	"strconv"
	"time"
)

// socketName is the socket of the running window, in the data folder.
const socketName = "jejaring.sock"

// listenFor makes a socket in the data folder, which no other user can enter; where it cannot be made, such as on a disk
// that knows none, the loopback serves.
func listenFor(dir string) (net.Listener, error) {
	path := filepath.Join(dir, socketName)
	if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return net.Listen("tcp", "127.0.0.1:0")
	}

	var l net.Listener
	err := near(dir, func(short string) (err error) {
		l, err = net.Listen("unix", filepath.Join(short, socketName))
		return err
	})
	if err != nil {
		return net.Listen("tcp", "127.0.0.1:0")
	}

	l.(*net.UnixListener).SetUnlinkOnClose(false) // the short way to it ends with this function
	_ = os.Chmod(path, 0o600)
	return l, nil
}

// dialTo reaches the running window.
func dialTo(dir string, there whereabouts) (c net.Conn, err error) {
	ctx, cancel := context.WithTimeout(context.Background(), 3*time.Second)
	defer cancel()
	if there.Network != "unix" {
		return new(net.Dialer).DialContext(ctx, "tcp", there.Address)
	}

	err = near(dir, func(short string) error {
		c, err = new(net.Dialer).DialContext(ctx, "unix", filepath.Join(short, socketName))
		return err
	})

	return c, err
}

// near gives a folder a short name: the address of a socket has 100 bytes at most.
func near(dir string, do func(short string) error) error {
	if len(dir) < 80 {
		return do(dir)
	}

	f, err := os.Open(dir)
	if err != nil {
		return err
	}

	defer func() { _ = f.Close() }()
	return do("/proc/self/fd/" + strconv.Itoa(int(f.Fd())))
}

// forgetSocket removes the socket of a window that has ended.
func forgetSocket(dir string) { _ = os.Remove(filepath.Join(dir, socketName)) }

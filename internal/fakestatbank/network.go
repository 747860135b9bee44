package fakestatbank

import (
	"context"
	"net"
	"net/http"
	"sync"
)

// Serve puts a handler on a network of its own, which no other program can reach and which
// takes no time. Whatever plain http address is asked for, the transport leads to the
// handler. stop ends both, and waits for the handler.
//
// Because nothing outside the program is waited for, tests can let hours pass at once in a
// bubble of package testing/synctest.
func Serve(handler http.Handler) (transport *http.Transport, stop func()) {
	l := &listener{connections: make(chan net.Conn), closed: make(chan struct{})}
	var serving sync.WaitGroup
	server := &http.Server{Handler: http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		serving.Add(1)
		defer serving.Done()
		handler.ServeHTTP(w, r)
	})}
	serving.Go(func() { server.Serve(l) })
	transport = &http.Transport{DialContext: l.dial}
	return transport, func() {
		transport.CloseIdleConnections()
		server.Close()
		serving.Wait()
	}
}

// listener accepts the connections that its own method dial makes.
type listener struct {
	connections chan net.Conn
	closing     sync.Once
	closed      chan struct{}
}

func (l *listener) dial(ctx context.Context, _, _ string) (net.Conn, error) {
	ours, theirs := net.Pipe()
	select {
	case l.connections <- theirs:
		return ours, nil
	case <-l.closed:
		return nil, net.ErrClosed
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// Accept waits for the next connection.
func (l *listener) Accept() (net.Conn, error) {
	select {
	case c := <-l.connections:
		return c, nil
	case <-l.closed:
		return nil, net.ErrClosed
	}
}

// Close ends the listening.
func (l *listener) Close() error {
	l.closing.Do(func() { close(l.closed) })
	return nil
}

// Addr returns the address of the server's end.
func (l *listener) Addr() net.Addr { return address{} }

// address is the address of every connection.
type address struct{}

func (address) Network() string { return "pipe" }
func (address) String() string  { return "statbank.test" }

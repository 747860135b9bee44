package statbank

import "net/http"

// NewTransport returns the client's own transport, for tests to lead it to
// another network.
func NewTransport() *http.Transport {
	t := transport.Clone()
	t.Proxy = nil
	return t
}

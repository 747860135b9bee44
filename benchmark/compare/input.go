package compare

import (
	"bytes"
	"errors"
	"io"
)

// maxSavedBytes is the size of the largest saved report that is read.
const maxSavedBytes = 1 << 30

var errTooLarge = errors.New("compare: the saved report is too large")

// input reads a file up to a bound, and counts its line breaks.
type input struct {
	file   io.Reader
	bytes  int64
	breaks int
}

// Read reads a little at a time. The decoder is then never far ahead of the value that it
// returns, so that [reader.findLine] has little to go back over.
func (in *input) Read(p []byte) (int, error) {
	n, err := in.file.Read(p[:min(len(p), 4096)])
	in.breaks += bytes.Count(p[:n], []byte("\n"))
	if in.bytes += int64(n); in.bytes > maxSavedBytes {
		return 0, errTooLarge
	}
	return n, err
}

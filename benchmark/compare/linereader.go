package compare

import (
	"errors"
	"io"
)

var errTooLarge = errors.New("benchmark: the saved report is too large")

// lineReader passes on what it reads, up to a bound, and remembers where the
// lines break, so that an error can name a line.
type lineReader struct {
	in     io.Reader
	read   int64
	lines  int     // breaks that are behind
	breaks []int64 // offsets of those ahead
	lost   bool    // there were too many to remember
}

func (r *lineReader) Read(p []byte) (int, error) {
	n, err := r.in.Read(p)
	for i, c := range p[:n] {
		switch {
		case c != '\n':
		case len(r.breaks) < 1<<20:
			r.breaks = append(r.breaks, r.read+int64(i))
		default:
			r.lost = true
		}
	}
	if r.read += int64(n); r.read > maxSavedBytes {
		return 0, errTooLarge
	}
	return n, err
}

// at returns the line of an offset, which may not be before that of the last
// call; 0 where it is not known.
func (r *lineReader) at(offset int64) int {
	behind := 0
	for behind < len(r.breaks) && r.breaks[behind] < offset {
		behind++
	}
	r.lines += behind
	r.breaks = append(r.breaks[:0], r.breaks[behind:]...)
	if r.lost {
		return 0
	}
	return 1 + r.lines
}

// last returns the last line read.
func (r *lineReader) last() int { return r.at(r.read) }

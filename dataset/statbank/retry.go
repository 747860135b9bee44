package statbank

import (
	"context"
	"errors"
	"math"
	"math/rand/v2"
	"net/http"
	"strconv"
	"strings"
	"time"

	"github.com/raaderum/raaderum/lang"
)

// firstPause is the pause after the first attempt. Each later pause is twice as long.
const firstPause = time.Second

// shortPause is the pause before the single further attempt if nothing answers.
const shortPause = 300 * time.Millisecond

// retry makes attempts until one succeeds, fails for good, or was the last. The requests of
// this package only read, so that repeating one does no harm.
func (c *Client) retry(ctx context.Context, what Progress, attempt func() error) error {
	for n := 1; ; n++ {
		c.tell(what)
		err := attempt()
		if ctx.Err() != nil {
			return ctx.Err()
		}
		var e *Error
		if !errors.As(err, &e) || !e.again || n == maxAttempts || e.nowhere && n > 1 {
			return err
		}
		pause := firstPause << (n - 1)
		if e.nowhere {
			pause = shortPause
		}
		// Half of the pause is random, so that many programs that were turned away at once
		// do not all come back at once.
		pause = pause/2 + rand.N(pause/2+1)
		if e.wait > maxPause {
			e.message = waitTooLong.With(e.Status, span(e.wait))
			return err
		}
		pause = max(pause, e.wait)
		waiting := what
		waiting.Waiting, waiting.Because = pause, e.message
		c.tell(waiting)
		if err := sleep(ctx, pause); err != nil {
			return err
		}
	}
}

// sleep waits. If the context ends, it returns early with the context's error.
func sleep(ctx context.Context, d time.Duration) error {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// readRetryAfter reads how long a server asks to wait: a number of seconds, or a date. A number
// that is too large counts as a long wait. Any other text asks for nothing.
func readRetryAfter(h http.Header) time.Duration {
	const most = 1<<31 - 1 // in seconds, so that it fits into a Duration
	text := strings.TrimSpace(h.Get("Retry-After"))
	seconds, err := strconv.ParseUint(text, 10, 64)
	if err == nil || errors.Is(err, strconv.ErrRange) {
		return time.Duration(min(seconds, most)) * time.Second
	}
	if date, err := http.ParseTime(text); err == nil {
		return max(0, time.Until(date))
	}
	return 0
}

// span is a length of time in words.
type span time.Duration

// In returns the length of time in a language.
func (s span) In(l lang.Language) string {
	d := time.Duration(s)
	n, word := d.Seconds(), lang.Phrase{DA: "sekunder", EN: "seconds"}
	switch {
	case d >= 2*time.Hour:
		n, word = d.Hours(), lang.Phrase{DA: "timer", EN: "hours"}
	case d >= 2*time.Minute:
		n, word = d.Minutes(), lang.Phrase{DA: "minutter", EN: "minutes"}
	}
	return lang.Format(l, math.Ceil(n), 0, false) + " " + word.In(l)
}

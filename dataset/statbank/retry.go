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

// firstPause is the pause after the first attempt; each is twice the one
// before.
const firstPause = time.Second

// shortPause is that before the one more attempt where nothing answers.
const shortPause = 300 * time.Millisecond

// wait is what a server asks to wait, if it asks.
type wait struct {
	asked bool
	long  time.Duration
}

// retried does an attempt until it succeeds, fails for good, or was made often
// enough. The requests of this package only read, so that making one again
// does no harm.
func (c *Client) retried(ctx context.Context, so Progress, attempt func() error) error {
	for n := 1; ; n++ {
		c.progress(so)
		err := attempt()
		if ctx.Err() != nil {
			return ctx.Err()
		}
		var e *Error
		if err == nil || !errors.As(err, &e) || !e.again || n >= c.attempts() || e.nowhere && n > 1 {
			return err
		}
		pause := min(firstPause<<min(n-1, 20), c.wait())
		if e.nowhere {
			pause = min(pause, shortPause)
		}
		// Many programs that were turned away at once should not all come back at once.
		pause = pause/2 + rand.N(pause/2+1)
		if e.wait.asked {
			pause = max(pause, e.wait.long)
			if pause > c.wait() {
				e.message = waitTooLong.With(e.Status, span(pause))
				return err
			}
		}
		so.Waiting, so.Because = pause, e.message
		c.progress(so)
		if err := c.sleep(ctx, pause); err != nil {
			return err
		}
		so.Waiting, so.Because = 0, nil
	}
}

// retryAfter reads what a server asks to wait: seconds, or a date. A number past
// counting is a long wait, and not none.
func retryAfter(h http.Header, now time.Time) wait {
	const most = 1<<31 - 1
	text := strings.TrimSpace(h.Get("Retry-After"))
	if seconds, err := strconv.ParseUint(text, 10, 64); err == nil || errors.Is(err, strconv.ErrRange) {
		return wait{true, time.Duration(min(seconds, most)) * time.Second}
	}
	if date, err := http.ParseTime(text); err == nil {
		return wait{true, max(0, date.Sub(now))}
	}
	return wait{}
}

// span is a length of time in words.
type span time.Duration

// In returns the length of time in a language.
func (s span) In(l lang.Language) string {
	d := time.Duration(s)
	n, word := float64(d.Milliseconds()), lang.Phrase{DA: "millisekunder", EN: "milliseconds"}
	switch {
	case d >= 2*time.Hour:
		n, word = d.Hours(), lang.Phrase{DA: "timer", EN: "hours"}
	case d >= 2*time.Minute:
		n, word = d.Minutes(), lang.Phrase{DA: "minutter", EN: "minutes"}
	case d >= time.Second:
		n, word = d.Seconds(), lang.Phrase{DA: "sekunder", EN: "seconds"}
	}
	return lang.Format(l, math.Ceil(n), 0, false) + " " + word.In(l)
}

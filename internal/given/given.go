// Package given says in words that a program forgot to pass something. Without it, a nil
// context or writer would be a panic far from the call that passed it.
package given

import (
	"context"
	"io"

	"github.com/raaderum/raaderum/lang"
)

var (
	noContext = lang.Phrase{
		DA: "der er ingen context. Giv context.Background(), hvis intet skal afbryde arbejdet.",
		EN: "there is no context. Pass context.Background() if nothing is to end the work early.",
	}
	noWriter = lang.Phrase{
		DA: "der er intet at skrive til. Giv en io.Writer, for eksempel en fil.",
		EN: "there is nothing to write to. Pass an io.Writer, such as a file.",
	}
)

// CheckContext returns an error if a context is nil.
func CheckContext(ctx context.Context) error {
	if ctx == nil {
		return noContext.With()
	}
	return nil
}

// CheckWriter returns an error if a writer is nil.
func CheckWriter(w io.Writer) error {
	if w == nil {
		return noWriter.With()
	}
	return nil
}

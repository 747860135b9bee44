package excel

import (
	"io"

	"github.com/raaderum/raaderum/benchmark"
	"github.com/raaderum/raaderum/lang"
)

func Write(w io.Writer, r *benchmark.Report, municipality string, l lang.Language) error { return nil }

package layout

import (
	"sync"

	"github.com/raaderum/raaderum/benchmark/excel/internal/ooxml"
)

// Common holds the sheets that are the same in all workbooks of a report. Each is laid out
// and compressed once. Several goroutines may use it.
type Common struct {
	mu     sync.Mutex
	sheets map[string]*commonSheet // by the sheets' names
}

func NewCommon() *Common {
	return &Common{sheets: map[string]*commonSheet{}}
}

// commonSheet is a sheet that is the same in all workbooks: its part of the file, and what
// it has elsewhere in it.
type commonSheet struct {
	part  *ooxml.Part
	frame Frame
}

// find returns a sheet that another workbook has had, or nil if none has.
func (c *Common) find(name string) *commonSheet {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.sheets[name]
}

func (c *Common) keep(name string, s *commonSheet) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.sheets[name] = s
}

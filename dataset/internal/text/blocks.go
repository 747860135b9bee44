package text

import (
	"runtime"
	"slices"
	"strings"
	"sync"

	"github.com/raaderum/raaderum/dataset/internal/source"
	"github.com/raaderum/raaderum/dataset/table"
	"github.com/raaderum/raaderum/dataset/unit"
)

// All processors work on a text. One goroutine divides it into blocks of whole rows. As
// many goroutines as there are processors cut the blocks into fields and read their
// numbers. The caller gets the rows in the order of the file. Only a few blocks are on the
// way at a time, so that memory is bounded whatever the size of the text.

const (
	blockBytes = 64 << 10
	// rows in a block of text with quotation marks, which is cut before it is divided
	blockRows = 4096
)

// Row is a row of separated text. It is valid only until the function that it is given to
// returns.
type Row struct {
	Fields  []string
	Line    int          // the line that it begins on
	Fault   *table.Fault // why it cannot be read; nil: it can be
	Figures []Figure     // the numbers in the columns that were asked for, in their order
}

// Figure is what a field was read as.
type Figure struct {
	Value   float64
	Verdict unit.Verdict
}

// block is a part of a text on its way through the processors.
type block struct {
	text   string // the text to cut, whose first line is line
	line   int
	rows   []cutRow      // or, if the text is empty, rows that are already cut
	first  bool          // it holds the first row of the whole text
	state  source.State  // the stream's state after the block
	ready  chan struct{} // receives once the fields below are filled in
	out    []Row
	fields []string // the fields of all rows
	memory []Figure // the figures of all rows
}

// cutRow is a row, or its error, before anyone has looked at the fields.
type cutRow struct {
	fields []string
	line   int
	err    error
}

// mapping says what to make of the rows of a text.
type mapping struct {
	// check returns the row without empty fields past the last column, and its fault. It
	// reports false for a row that is to be left out.
	check func(fields []string, line int, err error) (Row, bool)
	// figures are the columns whose numbers are read.
	figures []int
	marks   unit.Marks
	skip    bool // leave out the first row, which is the header
}

// eachRow calls use with the rows of a text in order, until use reports false. It reports
// whether it came to the end.
func (t *rowText) eachRow(m *mapping, use func(*Row) bool) bool {
	if t.stream == nil && len(t.text) <= blockBytes {
		b := &block{text: t.text, line: 1, first: true}
		t.fillBlock(b, m)
		for i := range b.out {
			if !use(&b.out[i]) {
				return false
			}
		}
		return true
	}
	processors := runtime.GOMAXPROCS(0)
	var (
		jobs  = make(chan *block, 1)
		order = make(chan *block, processors)
		free  = make(chan *block, processors)
		stop  = make(chan struct{})
		group sync.WaitGroup
	)
	group.Go(func() {
		defer close(jobs)
		defer close(order)
		t.divide(func(b *block) bool {
			select {
			case order <- b:
			case <-stop:
				return false
			}
			jobs <- b // each reader takes the next free block
			return true
		}, free)
	})
	for range processors {
		group.Go(func() {
			for b := range jobs {
				t.fillBlock(b, m)
				b.ready <- struct{}{}
			}
		})
	}
	going := true
	var last *block
	for b := range order {
		<-b.ready
		for i := 0; going && i < len(b.out); i++ {
			going = use(&b.out[i])
		}
		if !going {
			last = b
			break
		}
		select {
		case free <- b:
		default:
		}
	}
	close(stop)
	for b := range order { // take the blocks on the way, so that the divider is not held up
		<-b.ready
	}
	group.Wait()
	if last != nil && t.stream != nil { // more may have been read than was used
		t.stream.Restore(last.state)
	}
	return going
}

// divide calls send with the blocks of a text in order, until send reports false. It uses
// free blocks again.
func (t *rowText) divide(send func(*block) bool, free <-chan *block) {
	first := true
	next := func() *block {
		var b *block
		select {
		case b = <-free:
		default:
			b = &block{ready: make(chan struct{}, 1)}
		}
		b.text, b.line, b.rows, b.first = "", 1, b.rows[:0], first
		first = false
		return b
	}
	switch {
	case t.stream != nil:
		t.stream.Pieces(func(text string, line int) bool {
			return eachPart(text, line, func(part string, line int) bool {
				b := next()
				b.text, b.line, b.state = part, line, t.stream.State
				return send(b)
			})
		})
	case strings.IndexByte(t.text, '"') >= 0:
		b := next()
		going := t.cutQuoted(t.text, 1, func(fields []string, line int, err error) bool {
			b.rows = append(b.rows, cutRow{slices.Clone(fields), line, err})
			if len(b.rows) < blockRows {
				return true
			}
			full := b
			b = next()
			return send(full)
		})
		if going && len(b.rows) > 0 {
			send(b)
		}
	default:
		eachPart(t.text, 1, func(part string, line int) bool {
			b := next()
			b.text, b.line = part, line
			return send(b)
		})
	}
}

// eachPart calls use with the parts of a text, each of whole lines, until use reports
// false. The text must begin at the start of a line. Text with quotation marks is one part,
// because a quotation may go over several lines.
func eachPart(text string, line int, use func(part string, line int) bool) bool {
	quoted := strings.IndexByte(text, '"') >= 0
	for text != "" {
		end := len(text)
		if end > blockBytes && !quoted {
			end = 1 + strings.LastIndexByte(text[:blockBytes], '\n')
			if end == 0 { // the row is longer than the block
				end = blockBytes + 1 + strings.IndexByte(text[blockBytes:], '\n')
			}
			if end == blockBytes { // it is the last one
				end = len(text)
			}
		}
		part := text[:end]
		if !use(part, line) {
			return false
		}
		line += strings.Count(part, "\n")
		text = text[end:]
	}
	return true
}

// fillBlock makes the rows of a block.
func (t *rowText) fillBlock(b *block, m *mapping) {
	b.out, b.fields, b.memory = b.out[:0], b.fields[:0], b.memory[:0]
	skip := m.skip && b.first
	add := func(fields []string, line int, err error) bool {
		if skip {
			skip = false
			return true
		}
		row, taken := m.check(fields, line, err)
		if !taken {
			return true
		}
		if len(row.Fields) > 0 {
			from := len(b.fields)
			b.fields = append(b.fields, row.Fields...)
			row.Fields = b.fields[from:]
		}
		if row.Fault == nil && len(m.figures) > 0 {
			from := len(b.memory)
			for _, c := range m.figures {
				v, verdict := m.marks.Parse(t.stream.Text(row.Fields[c]))
				b.memory = append(b.memory, Figure{v, verdict})
			}
			row.Figures = b.memory[from:]
		}
		b.out = append(b.out, row)
		return true
	}
	if b.text != "" {
		t.cut(b.text, b.line, add)
		return
	}
	for _, row := range b.rows {
		add(row.fields, row.line, row.err)
	}
}

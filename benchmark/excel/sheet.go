package excel

import (
	"iter"

	"github.com/xuri/excelize/v2"
)

// all are the rows of a sheet.
func (s *sheet) all() iter.Seq[[]any] {
	return func(yield func([]any) bool) {
		for _, row := range s.rows {
			if !yield(row) {
				return
			}
		}
		if s.below != nil {
			s.below(yield)
		}
	}
}

// validate sets what may be written in cells.
func (b *book) validate(name string, s *sheet) error {
	for _, v := range s.validations {
		if err := b.file.AddDataValidation(name, v); err != nil {
			return err
		}
	}
	return nil
}

func (s *sheet) merge(stream *excelize.StreamWriter) error {
	for _, m := range s.merged {
		if err := stream.MergeCell(m[0], m[1]); err != nil {
			return err
		}
	}
	return nil
}

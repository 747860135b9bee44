package lang

import "strings"

// JoinLines returns the words of a list, each item on a line.
func JoinLines[T Localized](list []T, l Language) string {
	lines := make([]string, len(list))
	for i, item := range list {
		lines[i] = item.In(l)
	}
	return strings.Join(lines, "\n")
}

// ListErrors returns a list of errors of one type as a list of plain errors, which Unwrap
// returns, so that [errors.As] finds each of them.
func ListErrors[T error](list []T) []error {
	errs := make([]error, len(list))
	for i, err := range list {
		errs[i] = err
	}
	return errs
}

// Package compare says what changed from one saved report to another, and
// whether the municipality itself or what is expected of it moved.
//
//	two reports, by [benchmark.Report.WriteJSON] ──► [Read] ──► [Between] ──► [Changes]
//
// Only what was saved is compared; nothing is computed again. [Warning] values say
// where a change may come from how the reports were made.
package compare

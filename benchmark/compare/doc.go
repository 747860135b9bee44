// Package compare says what changed from one saved report to another, and whether the
// municipality itself moved or what is expected of it.
//
//	two files ──Read──► two Saved ──Between──► Changes
//
// [Read] takes what [benchmark.Report.WriteJSON] wrote. [Between] pairs the rows of two
// saved reports by municipality and area. A [Change] splits how far the difference moved
// into how far the actual figure did and how far the expected one did, and names the
// larger of the two as its [Cause].
//
// Only what was saved is compared; nothing is computed anew. So two reports may differ by
// year, by data, by plan or by all three. Each [Warning] names something in how they were
// made that a change may come from instead of from the municipality.
package compare

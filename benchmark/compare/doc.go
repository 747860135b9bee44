// Package compare finds what changed from one saved report to another. It says whether the
// municipality itself moved, or what is expected of it did.
//
//	two files ──Read──► two Saved ──Between──► Changes
//
// [Read] reads what [benchmark.Report.WriteJSON] wrote. [Between] pairs the rows of two
// saved reports by municipality and area. A [Change] is how far a difference moved, split
// into how far the actual figure moved and how far the expected one did. Its [Cause] names
// the larger of the two.
//
// Only what was saved is compared, and nothing is computed anew. So two reports may differ
// by year, by data, by plan or by all three. Each [Warning] names something in how the
// reports were made that may explain a change, instead of what anyone did.
package compare

// Package unit reads numbers, amounts and units as people write them. It knows texts, and
// no files.
//
// A number is read with [Marks]: its decimal mark and its thousands mark. Nobody says which
// marks a file uses. [Evidence] weighs its numbers and settles on the marks that fit them.
//
//	var e unit.Evidence
//	e.Look("1.234,5")
//	marks, open := e.Settle(';')
//	v, verdict := marks.Parse("1.234,5") // 1234.5, unit.Number
//
// A unit is read by [Parse], which returns the factor that converts amounts to kroner.
// [FindStated] finds the unit that a heading states, as in "Musikskole (1.000 kr.)".
// [FindScale] finds a scale that a text mentions, which may or may not apply to the
// figures.
//
// A spreadsheet shows numbers by a [Format], which may show them divided by a thousand, or
// as per cent.
package unit

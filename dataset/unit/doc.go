// Package unit reads numbers, amounts and units as people write them. It knows
// texts, and no files.
//
// A number is read with [Marks], its decimal and its thousands mark. Which marks
// a file uses, nobody says: [Evidence] weighs its numbers, and settles on the
// marks that fit them.
//
//	var e unit.Evidence
//	e.Look("1.234,5")
//	marks, open := e.Settle(';')
//	v, verdict := marks.Parse("1.234,5") // 1234.5, unit.Number
//
// A unit is read by [Parse], which says by what factor amounts are brought to
// kroner. [FindStated] finds the unit that a heading states, such as "Musikskole
// (1.000 kr.)", and [FindScale] what a text says that something is counted in
// where that may be of the figures or of something else.
//
// A spreadsheet shows numbers by a [Format], which may say that they are shown
// divided by a thousand, or as per cent.
package unit

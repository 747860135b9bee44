// Package statbank fetches figures from Statistics Denmark's open interface to
// its StatBank, https://api.statbank.dk/v1, which needs no key.
//
// A [Request] says what is wanted of a table: some years, and for the variables
// that matter, some values. A [Client] asks for the table's description, which
// says what variables and values there are ([Client.Table]); holds the request
// against it ([Table.Query]), so that a misspelt value is told with the nearest
// ones and nothing more than the wanted is asked for; and fetches the figures
// into a file ([Client.Fetch]):
//
//	var c statbank.Client
//	file, err := c.Fetch(ctx, "data", statbank.Request{
//		Table: "REGK31",
//		Years: []int{2023, 2024},
//		Select: []statbank.Selection{
//			{Variable: "FUNKTION", Values: []string{"32201"}},
//			{Variable: "DRANST", Values: []string{"1"}},
//			…
//		},
//	}, false)
//
// The file is the reply as it came, separated by semicolons with a header of
// the variables' names, codes for values, and the figure last. Beside it stands
// a [Record] of what was asked, when, and the reply's SHA-256, by which a later
// Fetch of the same finds the file good until the table is updated.
//
// What an indicator is the sum or the share of is computed of such files ([ReadFigures],
// [Figures.Sum], [Yearly.Divide]) and left in a file of its own ([Save]).
//
// The server is treated with care: one request at a time, patience and growing
// pauses where it is busy, and no more trust than needed. Replies are bounded
// by what was asked for, checked row by row, and a file appears whole or not at
// all. Whatever goes wrong is an [Error] that says where, and what to do.
package statbank

// Package text lays reports out as plain text, in Danish or English.
//
//	Report    ──Write───────► the screen        ──WriteWarnings──► what to be careful with
//	          ──WriteCSV────► a spreadsheet
//	Changes   ──WriteChanges
//	PeerGroup ──WritePeers
//
// What [Write] shows depends on how far the report is narrowed. Of all municipalities it
// shows the strongest candidates, of one municipality its areas, and of one municipality
// and area everything that is known of them. Lines are at most [Width] columns wide.
// [WriteCSV] writes every row with the same names of columns as JSON has.
//
// The answer and its warnings are written by functions of their own, so that a command can
// keep them apart. Nothing is computed here: what is shown is a field of the report.
package text

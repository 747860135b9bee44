package ooxml

import "strconv"

const TableType = "application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml"

func TablePart(number int, name, cells string, headings []string) string {
	var w elements
	w.writeText(declaration + `<table xmlns="` + mainNamespace + `" id="` + strconv.Itoa(number) +
		`" name="` + name + `" displayName="` + name + `" ref="` + cells + `" totalsRowShown="0">`)
	w.writeText(`<autoFilter ref="` + cells + `"/><tableColumns count="` + strconv.Itoa(len(headings)) +
		`">`)
	for i, words := range headings {
		w.writeText(`<tableColumn id="` + strconv.Itoa(i+1) + `" name="` +
			escape(codeOfLetter.ReplaceAllString(words, "_x005F_$1")) + `"/>`)
	}
	w.writeText(`</tableColumns><tableStyleInfo name="TableStyleLight1" showFirstColumn="0" showLastColumn="0" showRowStripes="0" showColumnStripes="0"/></table>`)
	return w.String()
}

package main

import (
	"slices"
	"testing"
)

// TestSheetNames: the name stands at the left end of the line of the page's number. A chart
// that is cut off has words in and about that line.
func TestSheetNames(t *testing.T) {
	const printed = `<!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml"><head><title>T &amp; U</title></head><body><doc>
<page width="842" height="595">
<word xMin="28.8" yMin="20" xMax="60" yMax="29">Side</word>
<word xMin="28.8" yMin="562.849" xMax="60" yMax="571">Skole</word>
<word xMin="62.0" yMin="562.849" xMax="90" yMax="571">(overf.)</word>
<word xMin="418.7" yMin="562.849" xMax="436" yMax="571">1.000</word>
<word xMin="30.0" yMin="564.064" xMax="36" yMax="572">500</word>
<word xMin="769.8" yMin="562.849" xMax="785" yMax="571">Side</word>
<word xMin="787.2" yMin="562.849" xMax="797" yMax="571">10</word>
<word xMin="798.4" yMin="562.849" xMax="801" yMax="571">/</word>
<word xMin="803.9" yMin="562.849" xMax="813" yMax="571">48</word>
</page>
<page width="842" height="595"><word xMin="28.8" yMin="20" xMax="60" yMax="29">Alene</word></page>
</doc></body></html>`
	got, err := sheetNames([]byte(printed))
	if want := []string{"Skole (overf.)", ""}; err != nil || !slices.Equal(got, want) {
		t.Errorf("%q, %v, want %q", got, err, want)
	}
	if _, err := sheetNames([]byte("<html><body>")); err == nil {
		t.Error("half a text has sheets")
	}
}

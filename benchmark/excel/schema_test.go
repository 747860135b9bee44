package excel_test

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/raaderum/raaderum/internal/longtest"
	"github.com/raaderum/raaderum/lang"
	"github.com/xuri/excelize/v2"
)

// order is the order of elements in the schemas of ECMA-376, part 1: of
// spreadsheets (18), charts (21.2) and drawings (20.5). An element in the wrong
// place is what makes a program offer to repair a file.
var order = map[string]string{
	"workbook": "fileVersion fileSharing workbookPr workbookProtection bookViews sheets functionGroups externalReferences definedNames calcPr oleSize customWorkbookViews pivotCaches extLst",
	"worksheet": "sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations hyperlinks " +
		"printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF drawingHF picture oleObjects controls webPublishItems tableParts extLst",
	"sheetPr": "tabColor outlinePr pageSetUpPr", "sheetView": "pane selection pivotSelection extLst", "sheetData": "row", "row": "c", "c": "f v is extLst",
	"cfRule": "formula colorScale dataBar iconSet extLst", "colorScale": "cfvo color", "dataValidation": "formula1 formula2",
	"headerFooter": "oddHeader oddFooter evenHeader evenFooter firstHeader firstFooter",
	"table":        "autoFilter sortState tableColumns tableStyleInfo extLst",
	"styleSheet":   "numFmts fonts fills borders cellStyleXfs cellXfs cellStyles dxfs tableStyles colors extLst",
	"xf":           "alignment protection extLst", "dxf": "font numFmt fill alignment border protection extLst", "border": "start end left right top bottom diagonal vertical horizontal",
	"patternFill": "fgColor bgColor",

	"chartSpace":   "date1904 lang roundedCorners AlternateContent style clrMapOvr pivotSource protection chart spPr txPr externalData printSettings",
	"chart":        "title autoTitleDeleted pivotFmts view3D floor sideWall backWall plotArea legend plotVisOnly dispBlanksAs",
	"plotArea":     "layout barChart lineChart scatterChart catAx valAx dTable spPr",
	"barChart":     "barDir grouping varyColors ser dLbls gapWidth overlap serLines axId",
	"lineChart":    "grouping varyColors ser dLbls dropLines hiLowLines upDownBars marker smooth axId",
	"scatterChart": "scatterStyle varyColors ser dLbls axId",
	"bar ser":      "idx order tx spPr invertIfNegative pictureOptions dPt dLbls trendline errBars cat val shape",
	"line ser":     "idx order tx spPr marker dPt dLbls trendline errBars cat val smooth",
	"scatter ser":  "idx order tx spPr marker dPt dLbls trendline errBars xVal yVal smooth",
	"errBars":      "errDir errBarType errValType noEndCap plus minus val spPr",
	"catAx":        "axId scaling delete axPos majorGridlines minorGridlines title numFmt majorTickMark minorTickMark tickLblPos spPr txPr crossAx crosses crossesAt auto lblAlgn lblOffset tickLblSkip tickMarkSkip noMultiLvlLbl",
	"valAx":        "axId scaling delete axPos majorGridlines minorGridlines title numFmt majorTickMark minorTickMark tickLblPos spPr txPr crossAx crosses crossesAt crossBetween majorUnit minorUnit dispUnits",
	"scaling":      "logBase orientation max min",
	"marker":       "symbol size spPr",
	"legend":       "legendPos legendEntry layout overlay spPr txPr",
	"title":        "tx layout overlay spPr txPr",
	"numRef":       "f numCache", "strRef": "f strCache", "numCache": "formatCode ptCount pt", "strCache": "ptCount pt",
	"twoCellAnchor": "from to graphicFrame clientData", "graphicFrame": "nvGraphicFramePr xfrm graphic",
}

// checkOrder checks the order of elements in an element and all below it.
func (n *node) checkOrder(t *testing.T, part, parent string) {
	t.Helper()
	name := n.XMLName.Local
	key := name
	if name == "ser" {
		key = strings.TrimSuffix(parent, "Chart") + " ser"
	}
	if words, ok := order[key]; ok && n.Nodes != nil {
		allowed, last := strings.Fields(words), 0
		for i := range n.Nodes {
			at := slices.Index(allowed, n.Nodes[i].XMLName.Local)
			if at < last {
				t.Errorf("%s: %s stands wrong in %s", part, n.Nodes[i].XMLName.Local, key)
			}
			last = max(last, at)
		}
	}
	for i := range n.Nodes {
		n.Nodes[i].checkOrder(t, part, name)
	}
}

// area is a range of cells, both ends included.
type area struct{ left, top, right, bottom int }

func areaOf(t *testing.T, cells string) area {
	t.Helper()
	first, last, _ := strings.Cut(cells, ":")
	if last == "" {
		last = first
	}
	var a area
	var err error
	if a.left, a.top, err = excelize.CellNameToCoordinates(first); err == nil {
		a.right, a.bottom, err = excelize.CellNameToCoordinates(last)
	}
	if err != nil {
		t.Fatalf("%q: %v", cells, err)
	}
	return a
}

func (a area) meets(b area) bool {
	return a.left <= b.right && b.left <= a.right && a.top <= b.bottom && b.top <= a.bottom
}

// TestRanges: rows and cells stand in their order and within the sheet's
// dimension, a table meets no other, no merged cells and no filter, and has its
// headings in its first row.
func TestRanges(t *testing.T) {
	longtest.SkipAlone(t)
	t.Parallel()
	books := map[string]map[string]*node{
		"one": officialNodes(t, "360", lang.Danish), "nobody": officialNodes(t, "", lang.English),
		"mixed": nodes(t, full(t, mixed(t), "101", lang.English)), "odd": nodes(t, full(t, odd(t), "101", lang.Danish)),
	}
	if longtest.Wanted() {
		books["an island"] = officialNodes(t, "825", lang.Danish)
	}
	for name, all := range books {
		tables := 0
		for part, n := range all {
			if !strings.HasPrefix(part, "xl/worksheets/sheet") {
				continue
			}
			whole := areaOf(t, n.find("dimension")[0].attr("ref"))
			cells, line := map[string]string{}, 0
			for _, row := range n.find("row") {
				column := 0
				for i := range row.Nodes {
					at := areaOf(t, row.Nodes[i].attr("r"))
					if at.left <= column || i == 0 && at.top <= line || !whole.meets(at) {
						t.Errorf("%s: %s has the cell %s after %d, %d", name, part, row.Nodes[i].attr("r"), line, column)
					}
					line, column = at.top, at.left
					if is := row.Nodes[i].find("t"); len(is) > 0 {
						cells[row.Nodes[i].attr("r")] = is[0].Text
					}
				}
			}
			var merged, taken []area
			for _, m := range n.find("mergeCell") {
				a := areaOf(t, m.attr("ref"))
				if slices.ContainsFunc(merged, a.meets) {
					t.Errorf("%s: %s merges %s twice", name, part, m.attr("ref"))
				}
				merged = append(merged, a)
			}
			for _, f := range n.find("autoFilter") {
				taken = append(taken, areaOf(t, f.attr("ref")))
			}
			tableParts := n.find("tablePart")
			if len(tableParts) == 0 {
				continue
			}
			at := strings.LastIndex(part, "/")
			relations := all[part[:at]+"/_rels"+part[at:]+".rels"]
			for _, p := range tableParts {
				tables++
				var table *node
				for _, link := range relations.find("Relationship") {
					if link.attr("Id") == p.attr("id") {
						table = all["xl"+strings.TrimPrefix(link.attr("Target"), "..")]
					}
				}
				a := areaOf(t, table.attr("ref"))
				if slices.ContainsFunc(merged, a.meets) || slices.ContainsFunc(taken, a.meets) {
					t.Errorf("%s: a table of %s meets another, or merged cells: %s", name, part, table.attr("ref"))
				}
				taken = append(taken, a)
				for i, column := range table.find("tableColumn") {
					cell, err := excelize.CoordinatesToCellName(a.left+i, a.top)
					if err != nil {
						t.Fatal(err)
					}
					if decoded(column.attr("name")) != decoded(cells[cell]) {
						t.Errorf("%s: %s is %q, and the table's heading %q", name, part, cells[cell], column.attr("name"))
					}
				}
			}
		}
		if tables < 8 {
			t.Errorf("%s: %d tables", name, tables)
		}
	}
}

// letterCode is a letter as the file format writes it where XML cannot.
var letterCode = regexp.MustCompile(`_x([0-9A-Fa-f]{4})_`)

// decoded is a text of the file as spreadsheet programs read it.
func decoded(text string) string {
	return letterCode.ReplaceAllStringFunc(text, func(code string) string {
		letter, _ := strconv.ParseUint(code[2:6], 16, 16)
		return string(rune(letter))
	})
}

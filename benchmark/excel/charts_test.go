package excel_test

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"
	"testing"

	"github.com/raaderum/raaderum/benchmark"
	"github.com/raaderum/raaderum/benchmark/excel"
	"github.com/raaderum/raaderum/internal/longtest"
	"github.com/raaderum/raaderum/lang"
	"github.com/xuri/excelize/v2"
)

// full is a workbook with a sheet for every area.
func full(t *testing.T, r *benchmark.Report, municipality string, l lang.Language) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := excel.Write(t.Context(), &b, r, municipality, l, *everything); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// parts are the parts of a workbook by name.
func parts(t *testing.T, book []byte) map[string][]byte {
	t.Helper()
	all, err := readParts(book)
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func readParts(book []byte) (map[string][]byte, error) {
	z, err := zip.NewReader(bytes.NewReader(book), int64(len(book)))
	if err != nil {
		return nil, err
	}
	all := map[string][]byte{}
	for _, part := range z.File {
		f, err := part.Open()
		if err != nil {
			return nil, err
		}
		if all[part.Name], err = io.ReadAll(f); err != nil {
			return nil, err
		}
	}
	return all, nil
}

// node is an element of XML.
type node struct {
	XMLName xml.Name
	Attrs   []xml.Attr
	Text    string // what stands in it beside its elements
	Nodes   []node
}

// readNode reads a part, which is well-formed and has one element outermost.
// It is quicker than xml.Unmarshal into a node.
func readNode(text []byte) (*node, error) {
	d := xml.NewDecoder(bytes.NewReader(text))
	open := []node{{}} // the document, and the elements that have not ended
	for {
		token, err := d.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, err
		}
		inner := &open[len(open)-1]
		switch token := token.(type) {
		case xml.StartElement:
			open = append(open, node{XMLName: token.Name, Attrs: token.Attr})
		case xml.CharData:
			inner.Text += string(token)
		case xml.EndElement:
			outer := &open[len(open)-2]
			outer.Nodes = append(outer.Nodes, *inner)
			open = open[:len(open)-1]
		}
	}
	if n := len(open[0].Nodes); n != 1 {
		return nil, fmt.Errorf("%d elements outermost", n)
	}
	return &open[0].Nodes[0], nil
}

func (n *node) find(name string) (found []*node) {
	for i := range n.Nodes {
		if n.Nodes[i].XMLName.Local == name {
			found = append(found, &n.Nodes[i])
		}
		found = append(found, n.Nodes[i].find(name)...)
	}
	return found
}

func (n *node) attr(name string) string {
	for _, a := range n.Attrs {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// nodes are the parts of a workbook by name, which are all well-formed.
func nodes(t *testing.T, book []byte) map[string]*node {
	t.Helper()
	all, err := readNodes(book)
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func readNodes(book []byte) (map[string]*node, error) {
	all, err := readParts(book)
	if err != nil {
		return nil, err
	}
	if !bytes.HasPrefix(all["xl/workbook.xml"], []byte("<?xml")) {
		return nil, errors.New("no workbook")
	}
	nodes := map[string]*node{}
	for name, text := range all {
		if nodes[name], err = readNode(text); err != nil {
			return nil, fmt.Errorf("%s is not well-formed: %w", name, err)
		}
	}
	return nodes, nil
}

// TestParts: every part is well-formed and has its elements in the schema's order,
// charts have a text for those who cannot see them, and nothing leads out of the
// file.
func TestParts(t *testing.T) {
	longtest.SkipAlone(t)
	t.Parallel()
	for name, nodes := range map[string]map[string]*node{
		"one": officialNodes(t, "360", lang.Danish), "nobody": officialNodes(t, "", lang.English), "hostile": nodes(t, full(t, hostile(t), "=1+10", lang.Danish)),
	} {
		charts, drawings, tables := 0, 0, map[string]bool{}
		for part, n := range nodes {
			n.checkOrder(t, name+", "+part, "")
			switch {
			case strings.HasSuffix(part, ".rels"):
				for _, link := range n.find("Relationship") {
					if link.attr("TargetMode") == "External" {
						t.Errorf("%s: %s leads to %s", name, part, link.attr("Target"))
					}
				}
			case strings.HasPrefix(part, "xl/charts/"):
				charts++
			case strings.HasPrefix(part, "xl/drawings/"):
				for _, frame := range n.find("cNvPr") {
					drawings++
					if len(frame.attr("descr")) < 40 {
						t.Errorf("%s: a chart in %s has the alternative text %q", name, part, frame.attr("descr"))
					}
				}
			case strings.HasPrefix(part, "xl/tables/"):
				word := strings.ToLower(n.attr("displayName"))
				if tables[word] {
					t.Errorf("%s: two tables are called %s", name, word)
				}
				tables[word] = true
				seen := map[string]bool{}
				for _, column := range n.find("tableColumn") {
					if words := strings.ToLower(column.attr("name")); seen[words] || words == "" {
						t.Errorf("%s: %s has the heading %q twice, or none", name, part, words)
					} else {
						seen[words] = true
					}
				}
			}
		}
		if charts == 0 && name != "hostile" || charts != drawings {
			t.Errorf("%s: %d charts in %d frames", name, charts, drawings)
		}
	}
}

// TestWhiskers: the overview's chart has the differences, and the ends of their
// intervals by cells that have them.
func TestWhiskers(t *testing.T) {
	t.Parallel()
	r := report(t)
	lolland, _ := r.Only("360")
	book := officialFull(t, "360", lang.Danish)
	f, err := excelize.OpenReader(bytes.NewReader(book), excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	chart, err := readNode(parts(t, book)["xl/charts/chart1.xml"])
	if err != nil {
		t.Fatal(err)
	}
	rows := lolland.RowsBySize()
	bars := chart.find("errBars")
	if len(bars) != 2 {
		t.Fatalf("%d series with whiskers", len(bars))
	}
	for _, bar := range bars {
		for side, want := range map[string]func(*benchmark.Row) float64{
			"plus":  func(r *benchmark.Row) float64 { return r.Difference.HighKr - r.Difference.Kr },
			"minus": func(r *benchmark.Row) float64 { return r.Difference.Kr - r.Difference.LowKr },
		} {
			at := bar.find(side)[0].find("f")[0].Text
			sheet, cells, _ := strings.Cut(strings.ReplaceAll(at, "$", ""), "!")
			first, last, _ := strings.Cut(cells, ":")
			if sheet != "'Overblik'" || first[:1] != last[:1] {
				t.Fatalf("%s from %s", side, at)
			}
			points := bar.find(side)[0].find("pt")
			for i := range rows {
				v, err := f.GetCellValue("Overblik", first[:1]+strconv.Itoa(5+i))
				if err != nil {
					t.Fatal(err)
				}
				cell(t, side+" of "+rows[i].Area, v, want(&rows[i])/1e6, 0)
				cell(t, side+" kept of "+rows[i].Area, points[i].find("v")[0].Text, want(&rows[i])/1e6, 0)
			}
		}
	}
}

// TestAreaSheet: an area's sheet has the candidate's questions, every
// municipality, and charts of the figures in its cells.
func TestAreaSheet(t *testing.T) {
	t.Parallel()
	r := report(t)
	lolland, _ := r.Only("360")
	targets := sensitivity(t, lolland)
	candidates, total := lolland.Strongest(100)
	f, err := excelize.OpenReader(bytes.NewReader(officialWorkbook(t, "360", lang.Danish)), excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	found := 0
	for _, row := range candidates {
		name := r.Model(row.Area).Name
		rows, err := f.GetRows(name)
		if err != nil {
			t.Errorf("%s has no sheet: %v", name, err)
			continue
		}
		found++
		text := ""
		for _, cells := range rows {
			text += strings.Join(cells, "|") + "\n"
		}
		for _, q := range r.Questions(&row) {
			if !strings.Contains(text, q.In(lang.Danish)) {
				t.Errorf("%s does not ask %q", name, q.In(lang.Danish))
			}
		}
		for _, target := range targets.Targets(&row) {
			if !strings.Contains(text, target.In(lang.Danish)) {
				t.Errorf("%s does not have the target %s", name, target.Rule)
			}
		}
		last := rows[len(rows)-len(r.AllMunicipalities()):]
		low := math.Inf(-1)
		for _, cells := range last {
			v, err := strconv.ParseFloat(cells[2], 64)
			if err != nil || v < low {
				t.Errorf("%s: %q after %v", name, cells[2], low)
			}
			low = v
			if cells[0] == "Lolland" && (cells[9] != "kommunen selv" || cells[10] != cells[2]) {
				t.Errorf("%s: the own municipality is %q", name, cells)
			}
		}
		if linked, to, err := f.GetCellHyperLink(name, "A2"); err != nil || !linked || to != "'Overblik'!A1" {
			t.Errorf("%s leads back to %q, %v", name, to, err)
		}
	}
	if found != total || total == 0 {
		t.Errorf("%d sheets for %d candidates", found, total)
	}
	for i, row := range lolland.RowsBySize() {
		linked, to, err := f.GetCellHyperLink("Overblik", "A"+strconv.Itoa(5+i))
		if err != nil || linked != row.Candidate || linked && to != "'"+r.Model(row.Area).Name+"'!A1" {
			t.Errorf("%s leads to %q, %v", row.Area, to, err)
		}
	}
}

// Package layout lays sheets out as values and writes them as a workbook. It knows how a
// table, a paragraph or a printed page looks, and no reports.
//
// [Cells] makes cells in one language with the styles of one workbook. A [Sheet] is rows of
// cells with their widths, tables, links and charts. A [Book] writes the sheets that are
// [Planned]. Each is laid out when its turn comes, because all at once would take too much
// memory. [Common] holds the sheets that several workbooks share.
package layout

package main

import (
	"cmp"
	"image"
	"image/color"
	"image/draw"
	"slices"
)

// margin is how many white pixels are left around a picture.
const margin = 12

// colours is how many colours a picture has. Sheets have few, but the edges of letters are
// drawn in many shades.
const colours = 64

// trim makes a piece of a picture as small as it can be without cutting off anything but
// white.
func trim(whole image.Image, piece image.Rectangle) image.Rectangle {
	var inked image.Rectangle
	for y := piece.Min.Y; y < piece.Max.Y; y++ {
		for x := piece.Min.X; x < piece.Max.X; x++ {
			if r, g, b, _ := whole.At(x, y).RGBA(); min(r, g, b) < 0xf000 {
				inked = inked.Union(image.Rect(x, y, x+1, y+1))
			}
		}
	}
	return inked.Inset(-margin).Intersect(piece)
}

// reduceColours copies a piece of a picture with few colours. It keeps those that are used
// most, and takes the nearest of them for every other.
func reduceColours(whole image.Image, piece image.Rectangle) *image.Paletted {
	uses := map[color.RGBA]int{}
	for y := piece.Min.Y; y < piece.Max.Y; y++ {
		for x := piece.Min.X; x < piece.Max.X; x++ {
			uses[color.RGBAModel.Convert(whole.At(x, y)).(color.RGBA)]++
		}
	}
	order := make([]color.RGBA, 0, len(uses))
	for c := range uses {
		order = append(order, c)
	}
	slices.SortFunc(order, func(a, b color.RGBA) int {
		return cmp.Or(cmp.Compare(uses[b], uses[a]), cmp.Compare(a.R, b.R), cmp.Compare(a.G, b.G), cmp.Compare(a.B, b.B))
	})
	var palette color.Palette
	for _, c := range order[:min(len(order), colours)] {
		palette = append(palette, c)
	}
	reduced := image.NewPaletted(image.Rect(0, 0, piece.Dx(), piece.Dy()), palette)
	draw.Draw(reduced, reduced.Bounds(), whole, piece.Min, draw.Src)
	return reduced
}

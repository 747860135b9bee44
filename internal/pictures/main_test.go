package main

import (
	"image"
	"image/color"
	"image/draw"
	"testing"
)

// sheet is a white page with a grey rectangle that has one red pixel.
func sheet() *image.RGBA {
	page := image.NewRGBA(image.Rect(0, 0, 200, 100))
	draw.Draw(page, page.Bounds(), image.White, image.Point{}, draw.Src)
	grey := image.NewUniform(color.Gray{Y: 0x80})
	draw.Draw(page, image.Rect(60, 40, 90, 50), grey, image.Point{}, draw.Src)
	page.Set(70, 45, color.RGBA{R: 0xff, A: 0xff})
	return page
}

// TestTrim: white around what is drawn is cut off, but for a margin and never beyond
// the piece asked for.
func TestTrim(t *testing.T) {
	for _, c := range []struct{ piece, want image.Rectangle }{
		{image.Rect(0, 0, 200, 100), image.Rect(60, 40, 90, 50).Inset(-margin)},
		{image.Rect(55, 0, 80, 100), image.Rect(55, 40-margin, 80, 50+margin)},
	} {
		if got := trim(sheet(), c.piece); got != c.want {
			t.Errorf("of %v: %v, want %v", c.piece, got, c.want)
		}
	}
}

// TestReduceColours: a picture with few colours keeps each of them in its place.
func TestReduceColours(t *testing.T) {
	page := sheet()
	got := reduceColours(page, image.Rect(60, 40, 90, 50))
	if got.Bounds() != image.Rect(0, 0, 30, 10) || len(got.Palette) != 2 {
		t.Fatalf("bounds %v, %d colours", got.Bounds(), len(got.Palette))
	}
	for _, at := range []image.Point{{0, 0}, {10, 5}, {29, 9}} {
		if want := page.RGBAAt(60+at.X, 40+at.Y); got.At(at.X, at.Y) != want {
			t.Errorf("at %v: %v, want %v", at, got.At(at.X, at.Y), want)
		}
	}
}

package dataset_test

import (
	"testing"

	"github.com/raaderum/raaderum/internal/longtest"
)

func TestMain(m *testing.M) {
	longtest.DrawFew()
	longtest.CollectSeldom()
	m.Run()
}

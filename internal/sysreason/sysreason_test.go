package sysreason_test

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net"
	"os"
	"strings"
	"syscall"
	"testing"

	"github.com/raaderum/raaderum/internal/sysreason"
	"github.com/raaderum/raaderum/lang"
)

// Every error that a person can meet has words of its own in both languages,
// however it is wrapped.
func TestDescribeKnowsTheNumbers(t *testing.T) {
	for number, danish := range map[syscall.Errno]string{
		syscall.ENOSPC:       "disken er fuld",
		syscall.EACCES:       "der er ikke adgang til den",
		syscall.EPERM:        "der er ikke adgang til den",
		syscall.EROFS:        "drevet er skrivebeskyttet",
		syscall.ENOENT:       "den findes ikke",
		syscall.EISDIR:       "det er en mappe",
		syscall.EBUSY:        "den er i brug i et andet program",
		syscall.ETXTBSY:      "den er et program, der kører",
		syscall.ENAMETOOLONG: "navnet er for langt",
		syscall.EMFILE:       "der er for mange åbne filer",
		syscall.ENFILE:       "der er for mange åbne filer",
		syscall.EDQUOT:       "din plads på drevet er brugt op",
		syscall.EFBIG:        "filen er større, end drevet kan have",
		syscall.EIO:          "disken eller drevet har en fejl",
		syscall.ESTALE:       "drevet er der ikke mere",
		syscall.ELOOP:        "genveje (links) på stien fører i ring",
		syscall.EXDEV:        "den ligger på et andet drev",
		syscall.EINTR:        "systemet afbrød det",
		syscall.EPIPE:        "det program, der skulle tage imod, er afsluttet",
		syscall.ETIMEDOUT:    "den svarer ikke",
		syscall.ECONNREFUSED: "maskinen på adressen tager ikke imod",
		syscall.ECONNRESET:   "den anden ende lukkede forbindelsen",
		syscall.ENETUNREACH:  "netværket fører ikke dertil",
		syscall.EHOSTUNREACH: "netværket fører ikke dertil",
		syscall.ENOMEM:       "maskinen har ikke mere hukommelse",
		syscall.ENOTSUP:      "drevet eller systemet kan det ikke",
	} {
		for _, err := range []error{
			number,
			&fs.PathError{Op: "write", Path: "a", Err: number},
			&os.LinkError{Op: "rename", Old: ".raaderum-1", New: "a", Err: number},
			&net.OpError{Op: "dial", Err: os.NewSyscallError("connect", number)},
			fmt.Errorf("a sheet: %w", &fs.PathError{Op: "write", Path: "a", Err: number}),
		} {
			reason := sysreason.Describe(err)
			da, en := reason.In(lang.Danish), reason.In(lang.English)
			if !strings.HasPrefix(da, danish) {
				t.Errorf("%v: %q, want %q", err, da, danish)
			}
			if en == da || strings.Contains(en, "system answered") {
				t.Errorf("%v: the English is %q", err, en)
			}
		}
	}
}

func TestDescribeOtherErrors(t *testing.T) {
	worded := lang.Phrase{DA: "ord", EN: "words"}.With()
	for _, c := range []struct {
		err    error
		da, en string
	}{
		{worded, "ord", "words"},
		{fmt.Errorf("around: %w", worded), "ord", "words"},
		{fs.ErrNotExist, "den findes ikke", "it does not exist"},
		{io.ErrShortWrite, "det hele blev ikke taget imod", "not all of it was taken"},
		{os.ErrDeadlineExceeded, "den svarer ikke", "it does not answer"},
		{
			&net.DNSError{Err: "no such host", Name: "api.x.dk", IsNotFound: true},
			"ingen maskine har navnet 'api.x.dk'", "no machine has the name 'api.x.dk'",
		},
		{
			&net.DNSError{Err: "server misbehaving", Name: "x"},
			"serverens navn kan ikke slås op", "the server's name cannot be looked up",
		},
		{
			errors.New("something\x1b[31m new"),
			"systemet svarede: something\uFFFD[31m new", "the system answered: something\uFFFD[31m new",
		},
		{
			&os.LinkError{Op: "rename", Old: ".raaderum-1", New: "a", Err: errors.New("odd")},
			"systemet svarede: odd", "the system answered: odd",
		},
		{
			&fs.PathError{Op: "open", Path: "a", Err: errors.New("odd")},
			"systemet svarede: odd", "the system answered: odd",
		},
	} {
		if da := sysreason.Describe(c.err).In(lang.Danish); da != c.da {
			t.Errorf("%v: %q, want %q", c.err, da, c.da)
		}
		if en := sysreason.Describe(c.err).In(lang.English); en != c.en {
			t.Errorf("%v: %q, want %q", c.err, en, c.en)
		}
	}
}

// Package sysreason says in words why the operating system refused something.
//
// The system answers in English, by a number. This package has words, in both languages,
// for the errors that a person can meet with files, drives and networks. Everything that
// reads, writes or fetches takes its words from here.
package sysreason

import (
	"errors"
	"io"
	"io/fs"
	"net"
	"os"
	"strings"
	"syscall"
	"unicode"

	"github.com/raaderum/raaderum/lang"
)

// Describe returns why an error came about, as the end of a sentence that says what failed:
// "the disk is full". An error that has words in both languages describes itself. An error
// that is not known here is told in the system's own words, without the names of the files
// that it mentions.
func Describe(err error) lang.Localized {
	var worded lang.Localized
	var name *net.DNSError
	var slow net.Error
	switch {
	case errors.As(err, &worded):
		return worded
	case errors.As(err, &name) && name.IsNotFound:
		return unknownName.With(Printable(name.Name, 80))
	case errors.As(err, &name):
		return noNameServer
	}
	for cause := err; cause != nil; cause = errors.Unwrap(cause) {
		if number, ok := cause.(syscall.Errno); ok {
			if words, ok := numbers[portable(number)]; ok {
				return words
			}
		}
	}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return doesNotExist
	case errors.Is(err, fs.ErrPermission):
		return noPermission
	case errors.Is(err, fs.ErrExist):
		return existsAlready
	case errors.Is(err, os.ErrDeadlineExceeded), errors.As(err, &slow) && slow.Timeout():
		return noAnswer
	case errors.Is(err, io.ErrShortWrite):
		return notAllTaken
	case errors.Is(err, errors.ErrUnsupported):
		return notSupported
	}
	return systemSays.With(Printable(withoutPath(err).Error(), 200))
}

// withoutPath returns the part of an error that names no file. The sentence around it says
// which file it is, and a temporary file's name would only puzzle the reader.
func withoutPath(err error) error {
	var path *fs.PathError
	var link *os.LinkError
	switch {
	case errors.As(err, &path):
		return path.Err
	case errors.As(err, &link):
		return link.Err
	}
	return err
}

// Printable makes a stranger's text fit to be shown: at most so many letters, and without
// the characters that control a terminal.
func Printable(text string, most int) string {
	text = strings.Map(func(r rune) rune {
		if r == '\n' || r == '\r' || r == '\t' {
			return ' '
		}
		if !unicode.IsPrint(r) {
			return unicode.ReplacementChar
		}
		return r
	}, strings.ToValidUTF8(text, string(unicode.ReplacementChar)))
	if letters := []rune(text); len(letters) > most {
		text = string(letters[:most]) + "…"
	}
	return strings.TrimSpace(text)
}

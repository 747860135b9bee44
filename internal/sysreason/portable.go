//go:build !windows

package sysreason

import "syscall"

// portable returns the number that package syscall has for an error on every
// system, which is the error's own.
func portable(number syscall.Errno) syscall.Errno { return number }

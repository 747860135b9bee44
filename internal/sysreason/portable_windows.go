package sysreason

import "syscall"

// windowsNumbers maps the errors of Windows to the numbers that package syscall has for the
// same errors on every system. The names are those of Windows.
var windowsNumbers = map[syscall.Errno]syscall.Errno{
	syscall.ERROR_PATH_NOT_FOUND:  syscall.ENOENT,
	syscall.ERROR_ACCESS_DENIED:   syscall.EACCES,
	4:                             syscall.EMFILE, // ERROR_TOO_MANY_OPEN_FILES
	8:                             syscall.ENOMEM, // ERROR_NOT_ENOUGH_MEMORY
	14:                            syscall.ENOMEM, // ERROR_OUTOFMEMORY
	17:                            syscall.EXDEV,  // ERROR_NOT_SAME_DEVICE
	19:                            syscall.EROFS,  // ERROR_WRITE_PROTECT
	21:                            syscall.ENODEV, // ERROR_NOT_READY
	23:                            syscall.EIO,    // ERROR_CRC
	29:                            syscall.EIO,    // ERROR_WRITE_FAULT
	30:                            syscall.EIO,    // ERROR_READ_FAULT
	32:                            syscall.EBUSY,  // ERROR_SHARING_VIOLATION
	33:                            syscall.EBUSY,  // ERROR_LOCK_VIOLATION
	39:                            syscall.ENOSPC, // ERROR_HANDLE_DISK_FULL
	53:                            syscall.ENODEV, // ERROR_BAD_NETPATH
	55:                            syscall.ENODEV, // ERROR_DEV_NOT_EXIST
	59:                            syscall.EIO,    // ERROR_UNEXP_NET_ERR
	syscall.ERROR_NETNAME_DELETED: syscall.ENODEV,
	67:                            syscall.ENODEV, // ERROR_BAD_NET_NAME
	syscall.ERROR_FILE_EXISTS:     syscall.EEXIST,
	syscall.ERROR_BROKEN_PIPE:     syscall.EPIPE,
	112:                           syscall.ENOSPC, // ERROR_DISK_FULL
	syscall.ERROR_ALREADY_EXISTS:  syscall.EEXIST,
	206:                           syscall.ENAMETOOLONG, // ERROR_FILENAME_EXCED_RANGE
	223:                           syscall.EFBIG,        // ERROR_FILE_TOO_LARGE
	232:                           syscall.EPIPE,        // ERROR_NO_DATA
	267:                           syscall.ENOTDIR,      // ERROR_DIRECTORY
	1295:                          syscall.EDQUOT,       // ERROR_DISK_QUOTA_EXCEEDED
	1921:                          syscall.ELOOP,        // ERROR_CANT_RESOLVE_FILENAME
	syscall.WSAEACCES:             syscall.EACCES,
	10050:                         syscall.ENETDOWN,    // WSAENETDOWN
	10051:                         syscall.ENETUNREACH, // WSAENETUNREACH
	syscall.WSAECONNABORTED:       syscall.ECONNABORTED,
	syscall.WSAECONNRESET:         syscall.ECONNRESET,
	10060:                         syscall.ETIMEDOUT,    // WSAETIMEDOUT
	10061:                         syscall.ECONNREFUSED, // WSAECONNREFUSED
	10064:                         syscall.EHOSTDOWN,    // WSAEHOSTDOWN
	10065:                         syscall.EHOSTUNREACH, // WSAEHOSTUNREACH
}

// portable returns the number that package syscall has for an error on every
// system.
func portable(number syscall.Errno) syscall.Errno {
	if same, ok := windowsNumbers[number]; ok {
		return same
	}
	return number
}

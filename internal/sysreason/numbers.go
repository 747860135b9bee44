package sysreason

import (
	"syscall"

	"github.com/raaderum/raaderum/lang"
)

// numbers words the system's errors by their portable numbers. Package syscall has these on
// every system that this module is built for. Windows has numbers of its own, which
// [portable] translates.
var numbers = map[syscall.Errno]lang.Phrase{
	// Errors of files.
	syscall.ENOENT:       doesNotExist,
	syscall.EEXIST:       existsAlready,
	syscall.EACCES:       noPermission,
	syscall.EPERM:        noPermission,
	syscall.EROFS:        readOnly,
	syscall.ENOTDIR:      notAFolder,
	syscall.EISDIR:       isAFolder,
	syscall.ENAMETOOLONG: nameTooLong,
	syscall.ELOOP:        linksAround,
	syscall.EBUSY:        inUse,
	syscall.ETXTBSY:      isRunning,
	syscall.EXDEV:        otherDrive,
	syscall.EMFILE:       tooManyFiles,
	syscall.ENFILE:       tooManyFiles,

	// Errors of drives.
	syscall.ENOSPC: diskFull,
	syscall.EDQUOT: quotaUsed,
	syscall.EFBIG:  fileTooLarge,
	syscall.EIO:    diskFails,
	syscall.ESTALE: driveAway,
	syscall.ENODEV: driveAway,
	syscall.ENXIO:  driveAway,

	// Errors that another program or another machine causes.
	syscall.EPIPE:        notTaken,
	syscall.EINTR:        wasStopped,
	syscall.ETIMEDOUT:    noAnswer,
	syscall.ECONNREFUSED: notListening,
	syscall.ECONNRESET:   otherEndClosed,
	syscall.ECONNABORTED: otherEndClosed,
	syscall.ENETUNREACH:  noWay,
	syscall.EHOSTUNREACH: noWay,
	syscall.ENETDOWN:     noWay,
	syscall.EHOSTDOWN:    noWay,

	syscall.ENOMEM: noMemory,
}

var (
	doesNotExist = lang.Phrase{
		DA: "den findes ikke",
		EN: "it does not exist",
	}
	existsAlready = lang.Phrase{
		DA: "den findes allerede",
		EN: "it exists already",
	}
	noPermission = lang.Phrase{
		DA: "der er ikke adgang til den",
		EN: "there is no permission",
	}
	readOnly = lang.Phrase{
		DA: "drevet er skrivebeskyttet",
		EN: "the drive can only be read",
	}
	notAFolder = lang.Phrase{
		DA: "noget på stien er ikke en mappe",
		EN: "something in the path is not a folder",
	}
	isAFolder = lang.Phrase{
		DA: "det er en mappe",
		EN: "it is a folder",
	}
	nameTooLong = lang.Phrase{
		DA: "navnet er for langt",
		EN: "the name is too long",
	}
	linksAround = lang.Phrase{
		DA: "genveje (links) på stien fører i ring; nævn filen selv",
		EN: "links in the path lead in a circle; name the file itself",
	}
	inUse = lang.Phrase{
		DA: "den er i brug i et andet program",
		EN: "another program is using it",
	}
	isRunning = lang.Phrase{
		DA: "den er et program, der kører",
		EN: "it is a program that is running",
	}
	otherDrive = lang.Phrase{
		DA: "den ligger på et andet drev",
		EN: "it is on another drive",
	}
	tooManyFiles = lang.Phrase{
		DA: "der er for mange åbne filer; luk nogle programmer",
		EN: "too many files are open; close some programs",
	}

	diskFull = lang.Phrase{
		DA: "disken er fuld",
		EN: "the disk is full",
	}
	quotaUsed = lang.Phrase{
		DA: "din plads på drevet er brugt op",
		EN: "your share of the drive is used up",
	}
	fileTooLarge = lang.Phrase{
		DA: "filen er større, end drevet kan have",
		EN: "the file is larger than the drive can hold",
	}
	diskFails = lang.Phrase{
		DA: "disken eller drevet har en fejl",
		EN: "the disk or drive has a fault",
	}
	driveAway = lang.Phrase{
		DA: "drevet er der ikke mere; se efter, om det er forbundet",
		EN: "the drive is gone; see whether it is connected",
	}

	notTaken = lang.Phrase{
		DA: "det program, der skulle tage imod, er afsluttet",
		EN: "the program that was to take it has ended",
	}
	notAllTaken = lang.Phrase{
		DA: "det hele blev ikke taget imod",
		EN: "not all of it was taken",
	}
	wasStopped = lang.Phrase{
		DA: "systemet afbrød det; prøv igen",
		EN: "the system interrupted it; try again",
	}
	noAnswer = lang.Phrase{
		DA: "den svarer ikke",
		EN: "it does not answer",
	}
	notListening = lang.Phrase{
		DA: "maskinen på adressen tager ikke imod",
		EN: "the machine at the address does not accept it",
	}
	otherEndClosed = lang.Phrase{
		DA: "den anden ende lukkede forbindelsen",
		EN: "the other end closed the connection",
	}
	noWay = lang.Phrase{
		DA: "netværket fører ikke dertil",
		EN: "the network does not lead there",
	}
	unknownName = lang.Phrase{
		DA: "ingen maskine har navnet '%s'",
		EN: "no machine has the name '%s'",
	}
	noNameServer = lang.Phrase{
		DA: "serverens navn kan ikke slås op",
		EN: "the server's name cannot be looked up",
	}

	noMemory = lang.Phrase{
		DA: "maskinen har ikke mere hukommelse",
		EN: "the machine has no more memory",
	}
	notSupported = lang.Phrase{
		DA: "drevet eller systemet kan det ikke",
		EN: "the drive or system cannot do it",
	}
	systemSays = lang.Phrase{
		DA: "systemet svarede: %s",
		EN: "the system answered: %s",
	}
)

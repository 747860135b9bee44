package source

import "github.com/raaderum/raaderum/lang"

var (
	unreadable = lang.Phrase{
		DA: "filen kan ikke læses (%s).",
		EN: "the file cannot be read (%s).",
	}
	isMissing = lang.Phrase{
		DA: "filen findes ikke. Ret navnet eller stien.",
		EN: "there is no such file. Correct the name or the path.",
	}
	isDirectory = lang.Phrase{
		DA: "det er en mappe. Nævn filerne i den, en ad gangen.",
		EN: "this is a folder. Name the files in it, one by one.",
	}
	noPermission = lang.Phrase{
		DA: "der er ikke adgang til at læse filen. Giv dig selv adgang, eller nævn en kopi.",
		EN: "there is no permission to read the file. Give yourself permission, or name a " +
			"copy.",
	}
	fileTooLarge = lang.Phrase{
		DA: "filen er over grænsen på %d MB. Del den op.",
		EN: "the file is over the bound of %d MB. Split it.",
	}
	pipeTooLarge = lang.Phrase{
		DA: "der kom mere end grænsen på %d MB gennem et rør. Gem det i en fil, og nævn den.",
		EN: "more came through a pipe than the bound of %d MB. Save it in a file, and name " +
			"that.",
	}
	shrunk = lang.Phrase{
		DA: "filen blev kortere, mens den blev læst. Læs den igen.",
		EN: "the file grew shorter while it was read. Read it again.",
	}
	emptyFile = lang.Phrase{
		DA: "filen er tom. Hent eller gem den igen.",
		EN: "the file is empty. Get or save it again.",
	}
	notText = lang.Phrase{
		DA: "filen er ikke tekst%s. Gem den som CSV.",
		EN: "the file is not text%s. Save it as CSV.",
	}
	seemsToBe = lang.Phrase{
		DA: " (den ser ud til at være %s)",
		EN: " (it seems to be %s)",
	}
	notTable = lang.Phrase{
		DA: "filen ser ud til at være %s. Gem den som .xlsx eller CSV.",
		EN: "the file seems to be %s. Save it as .xlsx or CSV.",
	}
	brokenUTF16 = lang.Phrase{
		DA: "filen er UTF-16-tekst og i stykker. Gem den som CSV UTF-8.",
		EN: "the file is UTF-16 text, and broken. Save it as CSV UTF-8.",
	}
	unknownEncoding = lang.Phrase{
		DA: "tegnsættet er hverken UTF-8 eller Windows-1252 (byte %s). Gem filen som CSV " +
			"UTF-8.",
		EN: "the encoding is neither UTF-8 nor Windows-1252 (byte %s). Save the file as CSV " +
			"UTF-8.",
	}
	mixedEncoding = lang.Phrase{
		DA: "linjen er i Windows-1252, og linje %d er i UTF-8. Gem hele filen i ét tegnsæt, " +
			"som CSV UTF-8, eller ret linjen.",
		EN: "the line is in Windows-1252, and line %d is in UTF-8. Save the whole file in " +
			"one encoding, as CSV UTF-8, or correct the line.",
	}
	badEncodingName = lang.Phrase{
		DA: "tegnsættet '%s' kendes ikke. Vælg 'utf-8' eller 'windows-1252'.",
		EN: "the encoding '%s' is not known. Choose 'utf-8' or 'windows-1252'.",
	}
	brokenArchive = lang.Phrase{
		DA: "filen er pakket og i stykker. Hent den igen, eller pak den ud først.",
		EN: "the file is packed and broken. Get it again, or unpack it first.",
	}
	packedBomb = lang.Phrase{
		DA: "filen fylder mere end %d gange så meget, når den pakkes ud, og læses ikke. Pak " +
			"den ud først, hvis den er rigtig.",
		EN: "the file grows more than %d times when it is unpacked, and is not read. Unpack " +
			"it first if it is right.",
	}
	manyInArchive = lang.Phrase{
		DA: "der er %d filer i arkivet, og grænsen er %d. Del det op.",
		EN: "there are %d files in the archive, and the bound is %d. Split it.",
	}
	packedTooDeep = lang.Phrase{
		DA: "filen er pakket i flere lag, end der pakkes ud. Pak den ud først.",
		EN: "the file is packed in more layers than are unpacked. Unpack it first.",
	}
	lineTooLong = lang.Phrase{
		DA: "linjen er over grænsen på %d MB. Skriv en række for hver indikator i stedet for " +
			"en kolonne, eller ret linjeskiftene.",
		EN: "the line is over the bound of %d MB. Write a row for each indicator in place of " +
			"a column, or correct the line breaks.",
	}
)

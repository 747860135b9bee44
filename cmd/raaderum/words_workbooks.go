package main

import "github.com/raaderum/raaderum/lang"

// What the command line says of several workbooks at once.
var (
	everyoneNeedsPlace = lang.Phrase{
		DA: "--municipality all skriver en projektmappe for hver kommune, og --out skal da sige, " +
			"hvor navnet står: --out 'mappe/{kommune}.xlsx'. " +
			"Uden --municipality sammenlignes alle.",
		EN: "--municipality all writes a workbook for each municipality, and --out must then say " +
			"where the name goes: --out 'folder/{municipality}.xlsx'. " +
			"Without --municipality all are compared.",
	}
	severalNeedPlace = lang.Phrase{
		DA: "%d kommuner får hver sin projektmappe, og --out skal da sige, hvor navnet står: " +
			"--out 'mappe/{kommune}.xlsx'.",
		EN: "%d municipalities get a workbook each, and --out must then say where the name " +
			"goes: --out 'folder/{municipality}.xlsx'.",
	}
	placeNeedsWho = lang.Phrase{
		DA: "--out '%s' har plads til en kommunes navn. " +
			"Skriv --municipality all, så hver kommune får sin projektmappe, eller " +
			"--municipality og en kommune.",
		EN: "--out '%s' has a place for a municipality's name. " +
			"Write --municipality all for a workbook of each, or --municipality and one of them.",
	}
	placeInFolder = lang.Phrase{
		DA: "--out '%s': kommunens navn kan kun stå i filens navn og ikke i en mappes.",
		EN: "--out '%s': the municipality's name can only stand in the file's name and not in a " +
			"folder's.",
	}
	filesExist = lang.Phrase{
		DA: "%d af filerne findes allerede, den første er '%s'. Intet er skrevet. " +
			"Vælg et andet navn, eller overskriv dem med --force.",
		EN: "%d of the files exist already, the first is '%s'. Nothing is written. " +
			"Choose another name, or overwrite them with --force.",
	}
	workbooksStopped = lang.Phrase{
		DA: "%s %d af %d projektmapper er skrevet.",
		EN: "%s %d of %d workbooks are written.",
	}
	workbooksInterrupted = lang.Phrase{
		DA: "afbrudt. %d af %d projektmapper er skrevet, og de er hele.",
		EN: "interrupted. %d of %d workbooks are written, and they are whole.",
	}
	writingWorkbooks = lang.Phrase{
		DA: "Skriver projektmapper: %d af %d",
		EN: "Writing workbooks: %d of %d",
	}
	wroteWorkbooks = lang.Phrase{
		DA: "Projektmapper skrevet: %d (%s).",
		EN: "Workbooks written: %d (%s).",
	}
)

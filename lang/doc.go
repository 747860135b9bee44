// Package lang holds what the library says to people, in Danish and English.
//
//	Phrase ──With(facts)──► Message ──In(language)──► words
//
// Errors and warnings are data first: they are typed, and their facts are in fields. Words
// come second. A [Phrase] is one text in each language, with the verbs of package fmt for
// its facts. Filled in, it is a [Message]. Facts may be numbers ([Number]), lists ([List])
// and suggestions for a misspelt word ([Suggest]), each of which says itself in the language
// that is asked for.
//
// A program asks for the words of an error with [Of]. The plain Error method of Go answers
// in English, as Go programmers expect:
//
//	err := …                          // any error of this module
//	fmt.Println(err)                  // English
//	fmt.Println(lang.Of(err, lang.Danish))
//
// [Format] writes a number as people of a language read it, and [Brief] shortens a text that
// came from somebody else.
package lang

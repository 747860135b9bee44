package statbank

import (
	"encoding/json"
	"mime"
	"net/http"
	"strings"

	"github.com/raaderum/raaderum/internal/sysreason"
	"github.com/raaderum/raaderum/lang"
)

// maxErrorBytes is how much is read of a reply that reports an error.
const maxErrorBytes = 64 << 10

// apiError is an error as the interface reports it.
type apiError struct {
	Code    string `json:"errorTypeCode"`
	Message string `json:"message"`
}

// parseAPIError reads an error of the interface, if the text is one.
func parseAPIError(text []byte) (a apiError, ok bool) {
	err := json.Unmarshal(text, &a)
	return a, err == nil && (a.Code != "" || a.Message != "")
}

// quote returns what the interface says, as the end of one of our sentences.
func (a apiError) quote() lang.Localized {
	if a.Message == "" {
		return lang.Phrase{}
	}
	return apiSays.With(sysreason.Printable(a.Message, 300))
}

// code returns the interface's code for what is wrong.
func (a apiError) code() string { return sysreason.Printable(a.Code, 60) }

// refusal returns what the interface says as an [Error]. Known codes are put in our own
// words.
func (a apiError) refusal(status int) *Error {
	e := &Error{Kind: Refused, Status: status, Code: a.code()}
	switch {
	case a.Code == "EXTRACT-NOTFOUND":
		e.Kind, e.message = UnknownTable, apiNotFound.With(a.quote())
	case a.Code == codeLimit:
		e.message = apiLimit.With(a.quote())
	case a.Code != "":
		e.message = apiRefused.With(e.Code, a.quote())
	default:
		e.message = refused.With(status, a.quote())
	}
	return e
}

// codeLimit is the interface's code for a request of too many cells.
const codeLimit = "REQUEST-LIMIT"

// statusError returns the error of a reply whose status is not 200. text is the content of
// the reply.
func statusError(resp *http.Response, text []byte) *Error {
	status := resp.StatusCode
	a, isAPI := parseAPIError(text)
	switch {
	case status == http.StatusTooManyRequests || status == http.StatusServiceUnavailable:
		return &Error{
			Kind: Busy, Status: status, Code: a.code(),
			again: true, wait: readRetryAfter(resp.Header),
			message: serverBusy.With(status, a.quote()),
		}
	case status >= 500 || status == http.StatusRequestTimeout:
		return &Error{
			Kind: ServerFails, Status: status, Code: a.code(),
			again: true, wait: readRetryAfter(resp.Header),
			message: serverError.With(status, a.quote()),
		}
	case status >= 300 && status < 400: // it redirects, but does not say where
		return &Error{Kind: Redirected, Status: status, message: oddStatus.With(status)}
	case status < 300:
		return &Error{Kind: WrongReply, Status: status, message: oddStatus.With(status)}
	case isAPI:
		return a.refusal(status)
	case status == http.StatusNotFound:
		return &Error{Kind: UnknownTable, Status: status, message: notFound.With()}
	case status == http.StatusUnauthorized, status == http.StatusForbidden,
		status == http.StatusProxyAuthRequired:
		return &Error{Kind: Refused, Status: status, message: noAccess.With(status, a.quote())}
	}
	return &Error{Kind: Refused, Status: status, message: refused.With(status, a.quote())}
}

// checkCoding refuses a reply in a coding that was not asked for. The transport asks for
// gzip, undoes it and removes it from the header.
func checkCoding(resp *http.Response) error {
	coding := strings.TrimSpace(resp.Header.Get("Content-Encoding"))
	if coding == "" || strings.EqualFold(coding, "identity") {
		return nil
	}
	message := wrongCoding.With(sysreason.Printable(coding, 40))
	return &Error{Kind: WrongReply, Status: resp.StatusCode, message: message}
}

// checkType refuses a reply that says it is something else. A reply that does not say is
// believed, since its content is checked in any case.
func checkType(resp *http.Response, q question) error {
	given := resp.Header.Get("Content-Type")
	if given == "" {
		return nil
	}
	kind, _, err := mime.ParseMediaType(given)
	if kind == "text/html" || kind == "application/xhtml+xml" {
		return &Error{Kind: WrongReply, Status: resp.StatusCode, message: webPage.With(q.want)}
	}
	for _, k := range q.kinds {
		if err == nil && (kind == k || strings.HasSuffix(k, "/") && strings.HasPrefix(kind, k)) {
			return nil
		}
	}
	message := wrongType.With(sysreason.Printable(given, 60), q.want)
	return &Error{Kind: WrongReply, Status: resp.StatusCode, message: message}
}

package statbank

import (
	"encoding/json"
	"mime"
	"net/http"
	"strings"
	"time"

	"github.com/raaderum/raaderum/lang"
)

// maxErrorBytes is how much is read of a reply that is an error.
const maxErrorBytes = 64 << 10

// apiError is how the interface says that something is wrong.
type apiError struct {
	Code    string `json:"errorTypeCode"`
	Message string `json:"message"`
}

// parseAPIError reads an error of the interface, if the text is one.
func parseAPIError(text []byte) (apiError, bool) {
	var a apiError
	err := json.Unmarshal(text, &a)
	return a, err == nil && (a.Code != "" || a.Message != "")
}

// said is what the interface says, as the end of a sentence of ours.
func (a apiError) said() lang.Localized {
	if a.Message == "" {
		return lang.Phrase{}
	}
	return apiSays.With(printable(a.Message, 300))
}

// error is what the interface says as an error of ours, the codes that are
// known in words of our own.
func (a apiError) error(status int) *Error {
	e := &Error{Kind: Refused, Status: status, Code: printable(a.Code, 60)}
	switch {
	case a.Code == "EXTRACT-NOTFOUND":
		e.Kind, e.message = UnknownTable, apiNotFound.With(a.said())
	case a.Code == "REQUEST-LIMIT":
		e.message = apiLimit.With(a.said())
	case a.Code != "":
		e.message = apiRefused.With(e.Code, a.said())
	default:
		e.message = refused.With(status, a.said())
	}
	return e
}

// statusError is the error of a reply whose status is not 200.
func statusError(resp *http.Response, text []byte, now time.Time) *Error {
	status := resp.StatusCode
	a, isAPI := parseAPIError(text)
	switch {
	case status == http.StatusTooManyRequests || status == http.StatusServiceUnavailable:
		return &Error{Kind: Busy, Status: status, Code: printable(a.Code, 60), again: true, wait: retryAfter(resp.Header, now), message: serverBusy.With(status, a.said())}
	case status >= 500 || status == http.StatusRequestTimeout:
		return &Error{Kind: ServerFails, Status: status, Code: printable(a.Code, 60), again: true, wait: retryAfter(resp.Header, now), message: serverError.With(status, a.said())}
	case status < 400:
		return &Error{Kind: WrongReply, Status: status, message: oddStatus.With(status)}
	case isAPI:
		return a.error(status)
	case status == http.StatusNotFound:
		return &Error{Kind: UnknownTable, Status: status, message: notFound.With()}
	case status == http.StatusUnauthorized, status == http.StatusForbidden, status == http.StatusProxyAuthRequired:
		return &Error{Kind: Refused, Status: status, message: noAccess.With(status, a.said())}
	}
	return &Error{Kind: Refused, Status: status, message: refused.With(status, a.said())}
}

// checkType refuses a reply that says itself to be something else. One that
// says nothing is believed; what it holds is looked at in any case.
func checkType(resp *http.Response, q *question) error {
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
	return &Error{Kind: WrongReply, Status: resp.StatusCode, message: wrongType.With(printable(given, 60), q.want)}
}

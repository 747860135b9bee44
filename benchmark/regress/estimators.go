package regress

// Estimators returns every estimator, without options.
func Estimators() []Estimator {
	return []Estimator{OLS{}, WLS{}, Huber{}, MM{}, Clean{}, Quantile{}}
}

// FindEstimator returns the estimator of a name, without options.
func FindEstimator(name string) (e Estimator, ok bool) {
	for _, e := range Estimators() {
		if e.Name() == name {
			return e, true
		}
	}
	return nil, false
}

# Writes reference.json: fits that the tests of package regress compare with.
#
#   cd benchmark/regress/testdata && Rscript reference.R
#
# Written with R 4.2.2, sandwich 3.0-2 and car 3.1-1, on data sets that come
# with R (datasets::swiss, datasets::LifeCycleSavings).
suppressPackageStartupMessages({
  library(sandwich)
  library(car)
  library(jsonlite)
})

describe <- function(formula, data, weights, new, newWeight) {
  environment(formula) <- environment() # where lm finds the weights
  fit <- lm(formula, data = data, weights = weights)
  s <- summary(fit)
  w <- if (is.null(weights)) rep(1, nobs(fit)) else weights
  y <- model.response(model.frame(fit))
  e <- residuals(fit)
  press <- sum(w * (e / (1 - hatvalues(fit)))^2)
  sst <- sum(w * (y - weighted.mean(y, w))^2)
  limits <- predict(fit, newdata = new, interval = "prediction", weights = newWeight)
  x <- model.matrix(fit)
  x0 <- model.matrix(delete.response(terms(fit)), new)
  list(
    formula = deparse(formula),
    names = colnames(x)[-1],
    x = unname(as.list(as.data.frame(x[, -1]))),
    y = unname(y),
    weights = weights,
    coef = unname(coef(fit)),
    se = unname(s$coefficients[, "Std. Error"]),
    hc3 = unname(sqrt(diag(vcovHC(fit, type = "HC3")))),
    vif = unname(vif(fit)),
    sigma = s$sigma, r2 = s$r.squared, adj_r2 = s$adj.r.squared,
    press = press, loo_r2 = 1 - press / sst,
    fitted = unname(fitted(fit)), resid = unname(e),
    hat = unname(hatvalues(fit)), rstudent = unname(rstudent(fit)),
    cooks = unname(cooks.distance(fit)),
    new = list(
      x = unname(unlist(new)), weight = newWeight,
      fit = limits[, "fit"], lwr = limits[, "lwr"], upr = limits[, "upr"],
      leverage = newWeight * drop(x0 %*% vcov(fit) %*% t(x0)) / s$sigma^2
    )
  )
}

write(toJSON(list(
  swiss_weighted = describe(Fertility ~ Agriculture + Education + Catholic, swiss, swiss$Infant.Mortality^2 / 100,
    data.frame(Agriculture = 40, Education = 25, Catholic = 70), 2.5),
  savings_weighted = describe(sr ~ pop15 + pop75 + ddpi, LifeCycleSavings, LifeCycleSavings$dpi,
    data.frame(pop15 = 30, pop75 = 3, ddpi = 5), 500),
  swiss_unweighted = describe(Fertility ~ Agriculture + Education + Catholic, swiss, NULL,
    data.frame(Agriculture = 40, Education = 25, Catholic = 70), 1)
), digits = NA, auto_unbox = TRUE, null = "null"), "reference.json")

# Writes quantile.json: quantile regressions that the tests of package regress
# compare with.
#
#   cd benchmark/regress/testdata && Rscript quantile.R
#
# Written with R 4.2.2 and quantreg 5.94, on data sets that come with R
# (datasets::swiss, datasets::stackloss). The weights of rq are the square roots
# of the package's, which are precisions.
suppressPackageStartupMessages({
  library(quantreg)
  library(jsonlite)
})

check <- function(r, tau) sum(r * (tau - (r < 0)))

describe <- function(formula, data, weights, tau) {
  frame <- model.frame(formula, data)
  x <- model.matrix(formula, frame)
  y <- model.response(frame)
  root <- if (is.null(weights)) rep(1, nrow(x)) else sqrt(weights)
  environment(formula) <- environment() # where rq finds the weights
  fit <- if (is.null(weights)) {
    rq(formula, tau = tau, data = data)
  } else {
    rq(formula, tau = tau, data = data, weights = root)
  }
  e <- drop(y - x %*% coef(fit))
  level <- rq.fit.br(cbind(root), y * root, tau = tau)
  without <- lapply(seq_along(y), function(i) {
    f <- rq.fit.br((x * root)[-i, ], (y * root)[-i], tau = tau)
    list(rho = check(f$residuals, tau), fit = sum(x[i, ] * f$coefficients))
  })
  list(
    names = colnames(x)[-1],
    x = unname(as.list(as.data.frame(x[, -1]))),
    y = unname(y), weights = weights, tau = tau,
    coef = unname(coef(fit)), rho = check(e * root, tau),
    rho_level = check(level$residuals, tau),
    ker = unname(summary(fit, se = "ker")$coefficients[, 2]),
    without_rho = sapply(without, `[[`, "rho"),
    without_fit = sapply(without, `[[`, "fit")
  )
}

swiss_formula <- Fertility ~ Agriculture + Education + Catholic
write(toJSON(list(
  swiss = describe(swiss_formula, swiss, NULL, 0.5),
  swiss_quarter = describe(swiss_formula, swiss, NULL, 0.25),
  swiss_weighted = describe(swiss_formula, swiss, swiss$Infant.Mortality^2 / 100, 0.5),
  swiss_weighted_upper = describe(swiss_formula, swiss, swiss$Infant.Mortality^2 / 100, 0.8),
  stackloss = describe(stack.loss ~ ., stackloss, NULL, 0.5)
), digits = NA, auto_unbox = TRUE, null = "null"), "quantile.json")

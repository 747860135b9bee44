# Writes robust.json: robust fits that the tests of package regress compare
# with, carried further than R does by default, with weights and without.
#
#   cd benchmark/regress/testdata && Rscript robust.R
#
# Written with R 4.2.2, MASS 7.3-58.2 and robustbase 0.95-0, on data sets that
# come with R (datasets::stackloss, swiss, LifeCycleSavings).
suppressPackageStartupMessages({
  library(MASS)
  library(robustbase)
  library(jsonlite)
})

describe <- function(formula, data, weights) {
  environment(formula) <- environment() # where the fits find the weights
  set.seed(1)
  control <- lmrob.control(nResample = 5000, best.r.s = 20, k.max = 10000, max.it = 10000,
                           refine.tol = 1e-13, rel.tol = 1e-13, trace.lev = 0)
  mm <- lmrob(formula, data = data, weights = weights, control = control)
  s <- summary(mm)
  # The residuals of the S-estimate that lmrob 0.95-0 keeps, and has the standard
  # errors from, can be those of another of the best.r.s candidates.
  x <- model.matrix(formula, data) # that of the fit is multiplied by the roots of the weights
  root <- sqrt(if (is.null(weights)) rep(1, nrow(data)) else weights)
  y <- unname(model.response(model.frame(mm)))
  own <- mm
  own$init <- list(resid = root * drop(y - x %*% mm$init.S$coefficients))
  own$residuals <- root * residuals(mm)
  se <- sqrt(diag(robustbase:::.vcov.avar1(own, x * root)))
  # rlm takes no NULL for weights.
  one <- if (is.null(weights)) rep(1, nrow(data)) else weights
  hu <- rlm(formula, data = data, weights = one, scale.est = "MAD", maxit = 10000, acc = 1e-14)
  list(
    names = colnames(x)[-1],
    x = unname(as.list(as.data.frame(x[, -1]))),
    y = y,
    weights = weights,
    mm = list(coef = unname(coef(mm)), se = unname(se),
              scale = mm$scale, r2 = s$r.squared, adj_r2 = s$adj.r.squared,
              resid = unname(residuals(mm)), rweights = unname(mm$rweights)),
    huber = list(coef = unname(coef(hu)), se = unname(summary(hu)$coefficients[, "Std. Error"]),
                 scale = hu$s, resid = unname(residuals(hu)), rweights = unname(hu$w)))
}

w <- function(n) 1 + (7 * seq_len(n)) %% 5 / 2
write(toJSON(list(
  stackloss = describe(stack.loss ~ ., stackloss, NULL),
  stackloss_weighted = describe(stack.loss ~ ., stackloss, w(21)),
  swiss = describe(Fertility ~ ., swiss, NULL),
  swiss_weighted = describe(Fertility ~ ., swiss, swiss$Examination),
  savings_weighted = describe(sr ~ ., LifeCycleSavings, w(50))
), digits = 15, auto_unbox = TRUE, null = "null"), "robust.json")

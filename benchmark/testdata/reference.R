# Writes reference.json: numbers that the tests of package benchmark compare
# with.
#
#   cd benchmark/testdata && Rscript reference.R
#
# Written with R 4.2.2 and its packages stats, sandwich 3.0-2 and car 3.1-1.
# The accounts are those bundled with package danmark.
suppressPackageStartupMessages({
  library(sandwich)
  library(car)
  library(jsonlite)
})

# False discovery rates, with ties, ones and tiny values.
families <- list(
  c(0.01, 0.02, 0.03, 0.04, 0.05),
  c(0.05, 0.01, 0.04, 0.01, 0.9, 0.04),
  c(1, 1, 1),
  c(1e-300, 1e-17, 0.5, 1, 1e-17, 0.99),
  c(0.2),
  c(0.6, 0.5, 0.4, 0.3, 0.2, 0.1),
  c(0, 0.001, 0.999, 0.03, 0.03, 0.03, 0.2, 1)
)
adjusted <- lapply(families, function(p) list(p = I(p), q = I(p.adjust(p, "BH"))))

# Quantiles, definition 7.
samples <- list(c(5), c(1, 2), c(1, 2, 4, 8), c(3.5, 3.5, 3.5, 9, 10), (1:98)^1.5)
at <- c(0, 0.01, 0.1, 0.25, 1 / 3, 0.5, 0.75, 0.9, 1)
quantiles <- lapply(samples, function(v) list(values = I(v), at = I(at), quantiles = I(unname(quantile(v, at, type = 7)))))

# The accounts: municipalities by indicator in 2024.
long <- read.csv2("../../dataset/danmark/data/regnskab.csv", fileEncoding = "UTF-8-BOM", stringsAsFactors = FALSE)
names(long) <- c("code", "name", "year", "id", "value")
long$value <- as.numeric(long$value)
d <- reshape(long[long$year == 2024, c("code", "id", "value")], idvar = "code", timevar = "id", direction = "wide")
names(d) <- sub("^value\\.", "", names(d))
islands <- c(492, 563, 741, 825) # Aeroe, Fanoe, Samsoe, Laesoe
base <- data.frame(
  code = d$code,
  elder = d[["regk31.5.30.26"]] + d[["regk31.5.30.27"]] + d[["regk31.5.30.28"]],
  school = (d[["regk31.3.22.01"]] + d[["regk31.3.22.08"]]) * d$folketal / d$elever_folkeskole,
  people = d$folketal, pupils = d$elever_folkeskole,
  lpop = log(d$folketal), ldens = log(d$folketal / d$areal),
  alder = d$gennemsnitsalder, lavindkomst = d$lavindkomst, tomme = d$tomme_boliger,
  fattig = d$boernefattigdom, kort = d$kun_grundskole_25_29
)

study <- function(formula, weights) {
  environment(formula) <- environment()
  inside <- base[!base$code %in% islands, ]
  outside <- base[base$code %in% islands, ]
  w <- if (is.null(weights)) rep(1, nrow(inside)) else inside[[weights]]
  fit <- if (is.null(weights)) lm(formula, inside) else lm(formula, inside, weights = w)
  s <- summary(fit)
  y <- inside[[all.vars(formula)[1]]]
  e <- residuals(fit)
  h <- hatvalues(fit)
  loo <- y - e / (1 - h)
  t <- rstudent(fit)
  sd <- lm.influence(fit)$sigma / sqrt(w * (1 - h))
  df <- fit$df.residual
  half <- qt(0.975, df - 1) * sd
  wOut <- if (is.null(weights)) rep(1, nrow(outside)) else outside[[weights]]
  limits <- predict(fit, outside, interval = "prediction", weights = wOut)
  tOut <- (outside[[all.vars(formula)[1]]] - limits[, "fit"]) / ((limits[, "upr"] - limits[, "fit"]) / qt(0.975, df))
  list(
    n = nobs(fit), df = df, sigma = s$sigma, r2 = s$r.squared, adj_r2 = s$adj.r.squared,
    loo_r2 = 1 - sum(w * (e / (1 - h))^2) / sum(w * (y - weighted.mean(y, w))^2),
    coef = unname(coef(fit)), se = unname(s$coefficients[, "Std. Error"]),
    hc3 = unname(sqrt(diag(vcovHC(fit, type = "HC3")))),
    vif = unname(vif(fit)),
    inside = data.frame(
      code = as.character(inside$code), actual = y, expected = unname(loo), fitted = unname(fitted(fit)),
      low = unname(loo - half), high = unname(loo + half), t = unname(t), leverage = unname(h),
      cook = unname(cooks.distance(fit)), p = unname(pt(t, df - 1, lower.tail = FALSE))
    ),
    outside = data.frame(
      code = as.character(outside$code), actual = outside[[all.vars(formula)[1]]],
      expected = unname(limits[, "fit"]), low = unname(limits[, "lwr"]), high = unname(limits[, "upr"]),
      t = unname(tOut), p = unname(pt(tOut, df, lower.tail = FALSE))
    )
  )
}

write(toJSON(list(
  adjusted = adjusted,
  quantiles = quantiles,
  elder = study(elder ~ ldens + alder + lavindkomst + tomme, NULL),
  school = study(school ~ lpop + ldens + fattig + kort, NULL),
  school_weighted = study(school ~ lpop + ldens + fattig + kort, "pupils")
), digits = NA, auto_unbox = TRUE), "reference.json")

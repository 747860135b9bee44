# Variance components of what lasts, by restricted maximum likelihood, on the
# Swedish municipalities with figures in all five years. From the module's root:
#
#   Rscript benchmark/testdata/persistence.R ../shared/data/sverige/kolada.csv
#
# R 4.2.2 with nlme 3.1.162.
library(nlme)
options(digits = 10)
d <- read.csv(commandArgs(TRUE)[1], colClasses = c(municipality_code = "character"))
column <- function(id) {
  x <- d[d$indicator == id, c("municipality_code", "year", "value")]
  names(x)[3] <- id
  x
}
components <- function(name, x) {
  fit <- lme(y ~ 1, random = ~ 1 | municipality_code, data = x, method = "REML",
             control = lmeControl(tolerance = 1e-12, msTol = 1e-14, opt = "optim", reltol = 1e-16))
  cat(name, length(unique(x$municipality_code)), "municipalities, sigma_u", format(fit$sigma * exp(unlist(fit$modelStruct$reStruct, use.names = FALSE)), digits = 10),
      "sigma_e", format(fit$sigma, digits = 10), "\n")
}
whole <- function(x) {
  n <- table(x$municipality_code)
  x[x$municipality_code %in% names(n)[n == 5], ]
}
# The official deviation from the reference cost.
for (a in c("compulsory_school", "elderly_care", "individual_family_care")) {
  x <- merge(column(paste0(a, "_net_cost_per_inh")), column(paste0(a, "_ref_cost_per_inh")))
  x$y <- (x[[3]] - x[[4]]) / x[[4]]
  components(a, whole(x))
}
# The deviation from what the others lead one to expect, a regression a year.
x <- column("elderly_care_net_cost_per_inh")
for (id in c("n01813", "n00959", "n01951")) x <- merge(x, column(id))
x <- whole(x)
x$y <- NA
for (year in 2018:2022) {
  i <- x$year == year
  fit <- lm(elderly_care_net_cost_per_inh ~ n01813 + n00959 + log(n01951), data = x[i, ])
  expected <- x$elderly_care_net_cost_per_inh[i] - residuals(fit) / (1 - hatvalues(fit))
  x$y[i] <- x$elderly_care_net_cost_per_inh[i] / expected - 1
}
components("elderly_care, modelled", x)
one <- x[x$municipality_code == "0180", ]
cat("Stockholm", format(one$y[order(one$year)], digits = 10), "\n")

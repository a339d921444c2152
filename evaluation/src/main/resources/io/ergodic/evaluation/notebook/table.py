# Median over seeds; a failed trial or metric counts as infinitely bad, and is counted beside it.
# What an error of the machine kept from being measured (status "error") is left out.
directions = @DIRECTIONS@
measured = results[results.status.ne("error")]
sense = measured.metric.map(directions)
bad = measured.status.eq("failed") | ~np.isfinite(measured.value.astype(float))
worst = np.where(sense == "HIGHER_IS_BETTER", -np.inf, np.inf)
counted = measured.assign(value=measured.value.astype(float).mask(bad, worst), failed=measured.status.eq("failed"))
table = counted.pivot_table(index=["experiment", "dataset", "system"], columns="metric", values="value", aggfunc="median")
table["failed"] = counted[counted.failed].groupby(["experiment", "dataset", "system"]).trial.nunique()
table.fillna({"failed": 0}).astype({"failed": int})

# Median over seeds; a failed trial or metric counts as infinitely bad, and is counted beside it.
directions = @DIRECTIONS@
sense = results.metric.map(directions)
bad = results.status.eq("failed") | ~np.isfinite(results.value.astype(float))
worst = np.where(sense == "HIGHER_IS_BETTER", -np.inf, np.inf)
counted = results.assign(value=results.value.astype(float).mask(bad, worst), failed=results.status.eq("failed"))
table = counted.pivot_table(index=["experiment", "dataset", "system"], columns="metric", values="value", aggfunc="median")
table["failed"] = counted[counted.failed].groupby(["experiment", "dataset", "system"]).trial.nunique()
table.fillna({"failed": 0}).astype({"failed": int})

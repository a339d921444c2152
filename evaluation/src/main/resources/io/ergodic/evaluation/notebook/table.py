# Median over seeds; a failed trial has no value and is counted beside it.
table = results.pivot_table(index=["dataset", "system"], columns="metric", values="value", aggfunc="median")
table["failed"] = results.assign(bad=results.status.eq("failed")).groupby(["dataset", "system", "trial"]).bad.any().groupby(["dataset", "system"]).sum()
table

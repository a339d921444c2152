# Mean ranks over (dataset, seed), 1 is best; failed trials share the worst rank.
# (With five datasets or more the report ranks the medians by dataset instead.)
board = counted[counted.role != "floor"].copy()
sense = board.metric.map(directions)
cost = board.value.where(sense != "HIGHER_IS_BETTER", -board.value)
cost = cost.where(sense != "CLOSER_TO_FLOOR_IS_BETTER", (board.value - board["floor"]).abs())
board["rank"] = cost.fillna(np.inf).groupby([board[k] for k in ["experiment", "metric", "dataset", "seed"]]).rank()
board.pivot_table(index=["experiment", "system"], columns="metric", values="rank", aggfunc="mean")

# Mean ranks over (dataset, seed), 1 is best; failed trials share the worst rank.
directions = @DIRECTIONS@
board = results[results.system != "floor"].copy()
sense = board.metric.map(directions)
distance = (board.value - board["floor"]).abs()
cost = np.select(
    [sense == "HIGHER_IS_BETTER", sense == "CLOSER_TO_FLOOR_IS_BETTER"],
    [-board.value, distance],
    default=board.value,
)
board["cost"] = pd.Series(cost, index=board.index, dtype=float).fillna(np.inf)
board.loc[board.status == "failed", "cost"] = np.inf
board["rank"] = board.groupby(["experiment", "metric", "dataset", "seed"]).cost.rank()
board.pivot_table(index=["experiment", "system"], columns="metric", values="rank", aggfunc="mean")

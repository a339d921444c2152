# pip install pandas pyarrow
import numpy as np
import pandas as pd

results = pd.read_parquet(@RESULTS@)
results.head()

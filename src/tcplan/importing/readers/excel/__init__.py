"""The reader of Excel workbooks (.xlsx, .xlsm): every cell as it is shown."""

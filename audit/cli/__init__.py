"""The command line of `python -m audit`: one file a command, all stable forms of the contract."""

"""The command line: `program` finds the command, each command is a module, `inputs` reads and `outputs` writes."""

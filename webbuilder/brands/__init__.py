"""Brand profile: who a workspace is to its customers, said once and kept to everywhere."""

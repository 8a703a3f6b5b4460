"""The Rules that faults break about errors that people meet, as they stand in the features."""

NUMBERED = "Whoever meets an error is told a number that finds it"
OUTLIVES_TROUBLE = "An error outlives the trouble that it tells of"
ONE_KIND_ONE_GROUP = "Errors of one kind are one group, and others are another one"
REFUSED_IS_NO_ERROR = "What a rule refuses is no error"
COMES_BACK = "What was settled and comes back says so"
OPERATORS_ALONE = "Errors are for the operator, and tell nothing of who met them"
NO_ERROR_HERE = "What is no error here is refused as promised"

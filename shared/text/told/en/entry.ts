/** What is said of results while they are entered: by the server, and in the grid before it answers. */
export const ENTRY = {
  "fault.below_minimum": "{kpi}: {value} is below {limit}, the least it can be. Correct the number.",
  "fault.above_maximum": "{kpi}: {value} is above {limit}, the most it can be. Correct the number.",
  "fault.negative_denominator": "{kpi}: {value} cannot be divided by. Enter a number that is not negative.",
  "fault.wrong_input": "{kpi} does not take this kind of number. Enter what its cells ask for.",
  "doubt.times_higher": "{value} is ten times higher than usual ({range}).",
  "doubt.times_lower": "{value} is ten times lower than usual ({range}).",
  "doubt.outside": "{value} is outside the usual range ({range}).",
  "doubt.repeat": "{value} for {months} months in a row: is it new?",
  "doubt.denominator": "Divided by {value}, less than half of what is usual ({range}).",
  notApplicable: "n/a",
  empty: "empty",
  nothing: "Nothing to enter for this month",
  allSubmitted: "All {total} submitted",
  dueOn: "{entered} of {total} entered, due {day}",
  wasDueOn: "{entered} of {total} entered, was due {day}",
  toEnter: "{count} to enter",
  toCheck: "{count} to check",
  causes: "{count, plural, one {# needs a cause} other {# need a cause}}",
  ready: "ready to submit",
  nothingLeft: "Nothing is left to do.",
  closedOn:
    "{month} was closed on {day}. To change a result, ask your approver or quality manager to reopen it{names}.",
  closedBy:
    "{month} was closed on {day} by {by}. To change a result, ask your approver or quality manager to reopen it{names}.",
  lockedOn:
    "{month} was locked on {day}. To change a result, ask your approver or quality manager to restate it{names}, and say why.",
  lockedBy:
    "{month} was locked on {day} by {by}. To change a result, ask your approver or quality manager to restate it{names}, and say why.",
  future: "{month} has not begun. Results can be entered once it has.",
  noRight: "You may read these results. To enter them, ask your administrator for the role of a contributor here.",
  nothingMissing: "Nothing is missing.",
  stillMissing: "{count} still missing.",
  nothingNew: "Nothing new to submit. {rest}",
  submitted: "{month}: {count, plural, one {# result} other {# results}} submitted. {rest}",
  notEntered: "{name} is not entered.",
  "number.unreadable": "Write it in digits.",
};

"""What each problem code says to the person who meets it: what is wrong, and what to do."""

from typing import NamedTuple


class Wording(NamedTuple):
    """severity: error, warning or notice. message and fix are format strings."""

    severity: str
    message: str
    fix: str


WORDING: dict[str, Wording] = {
    # The file as a whole
    "file.empty": Wording("error", "The file is empty.", "Export it from the portal again and check that it opens."),
    "file.too_large": Wording(
        "error",
        "The file is larger than the limit of {limit} MB.",
        "An export of all 43 forces has less than 10 MB: check that this is the right file.",
    ),
    "file.workbook": Wording(
        "error",
        "This looks like an Excel workbook, but it cannot be read as one (an older kind, another ending, or damaged).",
        "Open it in Excel and save it as .xlsx or as CSV UTF-8.",
    ),
    "file.sheets": Wording(
        "error", "The workbook has several sheets that hold something: {names}.", "Say which one (--sheet NAME)."
    ),
    "file.binary": Wording(
        "error", "This is not a CSV file: it holds data that is not text.", "Choose the CSV export from the portal."
    ),
    "file.not_table": Wording(
        "error",
        "This is not a CSV table: no row has two or more cells.",
        "Choose the CSV export from the portal; cells are separated by commas, semicolons or tabs.",
    ),
    "file.encoding": Wording(
        "error",
        "The file's characters cannot be read (it is neither UTF-8, UTF-16 nor Windows-1252).",
        "Save it as CSV UTF-8 and try again.",
    ),
    "file.mixed_encoding": Wording(
        "error",
        "The file mixes two ways of writing characters (UTF-8 and Windows-1252), so some would be read wrongly.",
        "Open it, check the words with accents or pound signs, and save it as CSV UTF-8.",
    ),
    "file.nul": Wording(
        "error",
        "The row holds NUL bytes, which no text has: the file was damaged on its way.",
        "Export it from the portal again.",
    ),
    "file.quotes": Wording(
        "error",
        "A quotation mark that opens here is not closed properly, so the rows after it cannot be told apart.",
        'Put a closing " at the end of the cell, or double each " inside it.',
    ),
    "file.no_rows": Wording(
        "error",
        "The file has headings but no rows below them.",
        "Export it again with its rows; if it is a list of items and none are open any more, name the kinds (--covers-kind).",
    ),
    # Headings
    "headings.not_found": Wording(
        "error",
        "No row of headings was recognised.",
        "An items export needs at least the headings kind, report and reference (or number); a positions export "
        "needs force, kind, open, or forces down and kinds across, or kinds down and forces across.",
    ),
    "headings.missing": Wording(
        "error",
        "The headings lack: {missing}.",
        "Add the column, or rename the one that holds it; found were: {found}.",
    ),
    "headings.duplicate": Wording(
        "error",
        "Columns {columns} mean the same: {field}.",
        "Keep one of them, and remove or rename the rest.",
    ),
    "headings.unknown_kind": Wording(
        "error",
        "The heading '{value}' is not a kind that is known.",
        "Use CoCs, Recs or AFIs, or remove the column.",
    ),
    "headings.blank": Wording(
        "error", "The column holds '{value}' but has no heading.", "Write the heading, or remove the column."
    ),
    "headings.unused": Wording(
        "notice", "The column '{value}' is not one that the dashboard reads; it was left out.", "Nothing to do."
    ),
    # Rows
    "row.shape": Wording(
        "error",
        "Cells in this row: {cells}; headings: {headings}.",
        "Look for a comma (semicolon, tab) too many or too few; a cell that holds one must stand in quotation marks.",
    ),
    "rows.after_table": Wording(
        "notice", "The line '{value}' below the table was taken for a note and not read.", "Nothing to do."
    ),
    "total.differs": Wording(
        "warning",
        "The total says {stated}, but what the file holds comes to {counted}.",
        "Check whether something is missing; the dashboard counts for itself and does not use the total.",
    ),
    "total.not_checked": Wording(
        "notice", "The total row '{value}' was left out; totals are counted from the rows.", "Nothing to do."
    ),
    "cell.missing": Wording("error", "The cell is blank; no row may be without its {field}.", "Fill it in."),
    # Forces
    "force.unknown": Wording(
        "error", "'{value}' is not a force that is known.", "Write the force's full name{closest}."
    ),
    "force.ambiguous": Wording("error", "'{value}' could be {forces}.", "Write the force's full name."),
    "force.outside": Wording(
        "error", "'{value}' is not one of the 43 forces of England and Wales.", "Remove the row or column."
    ),
    "force.not_a_force": Wording(
        "error", "'{value}' is not a force but an average or a total.", "Remove the row: items belong to forces."
    ),
    "force.not_covered": Wording(
        "error",
        "{rows} for {force}, but this upload speaks for {covered} only.",
        'If the file holds everything that is open for {force}, confirm it by name (--covers-force "{force}"); '
        "otherwise remove what belongs to {force}.",
    ),
    "force.column_and_option": Wording(
        "error",
        "The file has its own force column, and a force was named as well.",
        "Leave out --force; to confirm the forces in the file use --covers-force.",
    ),
    "force.not_in_file": Wording(
        "error",
        "{force} is to be covered, but no row of the file is about it: that would close everything it has open.",
        "Check the force's name, or leave it out.",
    ),
    # Kinds, grades, statuses
    "kind.unknown": Wording(
        "error", "'{value}' is not a kind that is known.", "Use cause of concern, recommendation or AFI."
    ),
    "grade.unknown": Wording(
        "error", "'{value}' is not a grade.", "Use 1, 2, 3 or 4, or leave the cell blank for not graded."
    ),
    "grade.on_cause_of_concern": Wording(
        "error",
        "A cause of concern carries no grade, but this one says '{value}'.",
        "Clear the cell, or check the kind.",
    ),
    "status.unknown": Wording(
        "error",
        "'{value}' is not a status that is known.",
        "Use open, in progress, awaiting sign-off, closed, superseded or not for the force.",
    ),
    "status.ambiguous": Wording(
        "error",
        "'{value}' could mean that the force has finished or that HMICFRS has signed off.",
        "Write awaiting sign-off (still open) or closed.",
    ),
    # Dates
    "date.impossible": Wording(
        "error", "'{value}' is not a day in the calendar.", "Write the date as day/month/year, for example 04/09/2023."
    ),
    "date.two_digit_year": Wording(
        "error", "'{value}' has a year of two digits.", "Write the year with four digits, for example 04/09/2023."
    ),
    "date.excel_serial": Wording(
        "error",
        "'{value}' looks like a date in Excel's own numbering.",
        "Format the column as a date in Excel and save the CSV again.",
    ),
    "date.not_understood": Wording(
        "error", "'{value}' is not a date.", "Write the date as day/month/year, for example 04/09/2023."
    ),
    "deadline.not_understood": Wording(
        "warning",
        "The deadline '{value}' gives no date, so it is shown as written and never counts as overdue.",
        "Write a date, 'By January 2024', 'Immediately' or 'Within three months' if one is meant.",
    ),
    "deadline.no_publication": Wording(
        "warning",
        "The deadline '{value}' counts from the report's publication, which is not given.",
        "Fill in the report's publication date; until then the item never counts as overdue.",
    ),
    "addressee.unknown": Wording(
        "warning",
        "The addressee '{value}' is not known, so the item counts for the force.",
        "If it is another body's alone, set the status to not for the force.",
    ),
    # Positions
    "count.not_a_number": Wording(
        "error",
        "'{value}' is not a whole number.",
        "Write digits only: 0 for none, and leave the cell blank for not held.",
    ),
    "count.negative": Wording("error", "{value} is negative; a count of open items cannot be.", "Correct the figure."),
    "count.too_large": Wording("error", "{value} is more than a count of open items can be.", "Correct the figure."),
    "count.fraction": Wording(
        "error", "{value} is not a whole number; a force's count must be.", "Correct the figure."
    ),
    "average.not_a_number": Wording(
        "error",
        "'{value}' cannot be an average or a total: it is not a number of 0 or more.",
        "Correct it, for example to 27.8, or leave the cell blank.",
    ),
    "average.differs": Wording(
        "warning",
        "The file's MSG average of {kind} is {stated}; the mean of the forces in the file is {computed}.",
        "Check the forces' figures; the dashboard uses its own mean.",
    ),
    "average.unclear": Wording(
        "error",
        "'{value}' is an average, and it is not clear whose: the file's forces are not exactly the most similar group.",
        "Write 'National average' if it is the nation's, or remove it.",
    ),
    "positions.duplicate": Wording(
        "error", "{what} is given more than once (first in {first}).", "Keep one of the two."
    ),
    "positions.grades_do_not_sum": Wording(
        "error", "{what}: the grades come to {counted}, but the total says {stated}.", "Correct the figures."
    ),
    "positions.total_missing": Wording(
        "error",
        "{what} comes without a total, and not every grade is given (missing: {missing}).",
        "Add a row with the total (its grade left blank), or the missing grades.",
    ),
    "positions.nothing": Wording("error", "The file holds no figure: every cell is blank.", "Fill in the figures."),
    # The as-of date
    "as_of.missing": Wording(
        "error", "The file does not say what date its figures are correct for.", "Give the date (--as-of 2023-09-04)."
    ),
    "as_of.in_file_name": Wording(
        "error",
        "The file does not say what date its figures are correct for, but its name holds {found}.",
        "If that is the date, confirm it (--as-of {found}).",
    ),
    "as_of.future": Wording(
        "error",
        "The as-of date {day} is in the future.",
        "Give the date on which the figures were taken from the portal.",
    ),
    "as_of.differs": Wording(
        "error",
        "The file says its figures are of {found}, but {given} was given.",
        "Leave out the date, or correct the file.",
    ),
    # Identity
    "reference.duplicate": Wording(
        "error",
        "The reference '{value}' of {force} stands in row {first} already (capitals, spaces around it and hidden characters make no difference).",
        "Keep one of the two rows, or correct the reference.",
    ),
    "number.duplicate": Wording(
        "error",
        "The file has no reference here, and row {first} has the same force, kind, report and number.",
        "Add a reference column, or correct the number.",
    ),
    "references.missing": Wording(
        "error",
        "The file has no references for the {kind} of {force}, but the items held have them, so they cannot be matched.",
        "Export the file with its reference column.",
    ),
    "references.new": Wording(
        "error",
        "The file has references for the {kind} of {force}, but the items held have none, so they cannot be matched.",
        "Withdraw the earlier uploads without references first, or export the file without its reference column.",
    ),
    "report.ambiguous": Wording(
        "error",
        "Two reports titled '{value}' are held, published on different dates, and the row does not say which it means.",
        "Fill in the report's publication date.",
    ),
    # Uploads that are right only rarely
    "safety.same_bytes": Wording(
        "warning",
        "Exactly this file is held already, as upload {upload} of {day}.",
        "Check that you chose the right file; accept this if you mean it.",
    ),
    "safety.older": Wording(
        "warning",
        "The file is of {day}, and an export of {latest} is held for {forces} already: it fills in the past.",
        "Check the date; accept this if the past is what you mean.",
    ),
    "safety.closes_many": Wording(
        "warning",
        "This would close {closed} of the {open} items open for {force} ({share}).",
        "Check that the file is complete; accept this if it is.",
    ),
    "report.similar": Wording(
        "warning",
        "The report '{value}' is new, but is spelt much like '{other}', which is held.",
        "Say whether they are the same (--map); accept this if they are two reports.",
    ),
    # What the file speaks for
    "kinds.absent_for_force": Wording(
        "warning",
        "The file holds no {kind} of {force}; this would close those held (open: {open}).",
        "Accept this if none are open any more; otherwise upload the {kind} in a file of their own.",
    ),
    "kinds.absent": Wording(
        "notice",
        "The file holds no {kind}; those held stay as they are (open: {open}).",
        "If none are open any more, say so (--covers-kind {option}).",
    ),
}

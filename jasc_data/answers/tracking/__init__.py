"""What a tracking workbook is made from and read against: steps and positions, with the keys of rows."""

/*
One row: one column that refers to a row of another table. Key: from_table, from_column.
*/
select
    declared.from_table,
    declared.from_column,
    declared.to_table,
    declared.to_column,
from extracts.relationships as declared

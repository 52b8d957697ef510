/*
One row: councillors of one dimension's value in one programme, in the table that counts as uptake.
The programme all is every programme together. Key: period, as_of, dimension, dimension_value,
programme_id.
*/
select
    figures.period,
    figures.as_of,
    figures.first_year,
    figures.dimension,
    figures.status,
    figures.dimension_value,
    figures.programme_id,
    figures.programme_name,
    figures.councillors,
    figures.programme_total,
    figures.rows_total,
    figures.sources,
    figures.proof,
from int_table_figures as figures
semi join int_uptake_tables as counted
    on
        figures.period is not distinct from counted.period
        and figures.as_of is not distinct from counted.as_of
        and figures.dimension = counted.dimension
        and figures.status is not distinct from counted.status

/*
One row: one leadership table whose figures are the uptake of its period, day and dimension. Key:
period, as_of, dimension.
Tables of several statuses count the same people, so one table gives all the figures. The table of
those who took part comes first, then those who had signed up, then plans, then those who dropped
out.
*/
select
    period,
    as_of,
    dimension,
    arg_min(
        status,
        row(list_position(['took_part', 'signed_up', 'planned', 'dropped_out'], status), status)
    ) as status,
from leadership_stats
group by all

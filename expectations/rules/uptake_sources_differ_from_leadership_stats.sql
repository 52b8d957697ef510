/*
One row: one printed cell that the sources of the uptake figures lack, or show with another figure.
Cells with a value that is not in the register are not sources; a finding reports each value. Nor
are the cells of a table that gives way to another: who took part comes before who had signed up.
*/
select
    leadership_stats.paper_id,
    leadership_stats.locator,
    leadership_stats.programme_code,
    leadership_stats.dimension,
    leadership_stats.dimension_value,
    leadership_stats.councillors,
    uptake_sources.councillors as councillors_in_mart,
from leadership_stats
left join uptake_sources
    on
        leadership_stats.paper_id = uptake_sources.paper_id
        and leadership_stats.period is not distinct from uptake_sources.period
        and leadership_stats.as_of is not distinct from uptake_sources.as_of
        and leadership_stats.programme_code = uptake_sources.programme_code
        and leadership_stats.dimension = uptake_sources.dimension
        and leadership_stats.dimension_value = uptake_sources.dimension_value
where
    leadership_stats.councillors is distinct from uptake_sources.councillors
    and not exists (
        select 1
        from quality_findings as unknown
        where
            unknown.rule = 'dimension_value_unknown'
            and unknown.expected = leadership_stats.dimension
            and unknown.observed = leadership_stats.dimension_value
    )
    and not exists (
        select 1
        from leadership_stats as first_table
        where
            first_table.period is not distinct from leadership_stats.period
            and first_table.as_of is not distinct from leadership_stats.as_of
            and first_table.dimension = leadership_stats.dimension
            and list_position(
                ['took_part', 'signed_up', 'planned', 'dropped_out'], first_table.status
            )
            < list_position(
                ['took_part', 'signed_up', 'planned', 'dropped_out'], leadership_stats.status
            )
    )
order by all

/*
One row: one paper whose number of pages is not the number of pages listed for it.
A page that was read but not listed, or listed twice, would make every count of pages wrong.
*/
with

listed as (
    select
        paper_id,
        count(*) as pages,
    from paper_pages
    group by all
)

select
    papers.paper_id,
    papers.source_path,
    papers.page_count,
    coalesce(listed.pages, 0) as pages_listed,
from papers
left join listed on papers.paper_id = listed.paper_id
where papers.page_count is distinct from coalesce(listed.pages, 0)
order by papers.paper_id

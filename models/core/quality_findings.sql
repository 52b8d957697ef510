/*
One row: one thing that the checks found. Key: rule, table_name, subject, paper_id, locator,
observed.
Severity and words come from the catalogue of rules. Where a finding gives no value, the message
says "nothing". A message may name the paper and the place, and the first 160 characters printed
there.
*/
with

worded as (
    select
        findings.*,
        catalogue.severity,
        replace(
            replace(
                replace(catalogue.message, '{subject}', coalesce(findings.subject, 'nothing')),
                '{expected}',
                coalesce(findings.expected, 'nothing')
            ),
            '{observed}',
            coalesce(findings.observed, 'nothing')
        ) as message,
        if(
            length(findings.quote) > 160,
            left(findings.quote, 157) || '...',
            coalesce(findings.quote, 'nothing')
        ) as words,
    from int_findings_gathered as findings
    inner join stg_rules as catalogue on findings.rule = catalogue.rule
)

select
    rule,
    severity,
    table_name,
    subject,
    expected,
    observed,
    replace(
        replace(
            replace(message, '{paper_id}', coalesce(paper_id, 'PAPER')),
            '{locator}',
            coalesce(locator, 'LOCATOR')
        ),
        '{quote}',
        words
    ) as message,
    paper_id,
    locator,
    quote,
from worded

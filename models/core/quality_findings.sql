/*
One row: one thing that the checks found. Key: rule, table_name, subject, paper_id, locator,
observed.
Severity and words come from the catalogue of rules. Where a finding gives no value, the message
says "nothing".
*/
select
    findings.rule,
    catalogue.severity,
    findings.table_name,
    findings.subject,
    findings.expected,
    findings.observed,
    replace(
        replace(
            replace(catalogue.message, '{subject}', coalesce(findings.subject, 'nothing')),
            '{expected}',
            coalesce(findings.expected, 'nothing')
        ),
        '{observed}',
        coalesce(findings.observed, 'nothing')
    ) as message,
    findings.paper_id,
    findings.locator,
    findings.quote,
from int_findings_gathered as findings
inner join stg_rules as catalogue on findings.rule = catalogue.rule

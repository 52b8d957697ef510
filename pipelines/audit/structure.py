"""The checks that follow from the contract: the columns with their types, the key, the references.

They are rules: selects that return the faulty rows.
"""

from dataclasses import replace

from pipelines.audit.contact_details import holds_contact
from pipelines.audit.suites import OnFailure, Rule
from pipelines.schema.tables import Table

# Columns whose words are all in another column of the row
REPEATED = frozenset({"cells"})
UNIQUE_KEY, FOREIGN_KEY, COLUMN_TYPES = "unique_key", "foreign_key", "column_types"
CONTACT_DETAILS = "contact_details"


def structure_rules(table: Table, on_failure: OnFailure = "refuse") -> list[Rule]:
    """The rules that follow from the declaration of a table.

    Args:
        table: A table of the contract.
        on_failure: The consequence if a row breaks one; a wrong column always prevents publication.

    Returns:
        Columns and types first, then the key, then one rule a reference, then that no text holds
        an e-mail address or a telephone number, then that what was inferred names its rule. NULL
        equals NULL in a key; a reference that is NULL refers to nothing.
    """
    of_rows = [
        _unique_key(table),
        *_foreign_keys(table),
        *_contact_details(table),
        *_inference_without_rule(table),
    ]
    return [_column_types(table), *(replace(rule, on_failure=on_failure) for rule in of_rows)]


def _column_types(table: Table) -> Rule:
    """Extra columns are allowed; missing columns or other types are not."""
    declared = ",\n".join(f"    ('{column.name}', '{column.sql_type}')" for column in table.columns)
    return Rule(
        COLUMN_TYPES,
        f"""
with

declared (column_name, declared_type) as (
    values
{declared}
),

found as (
    select
        column_name,
        data_type,
    from duckdb_columns()
    where
        table_name = '{table.name}'
        and schema_name = 'main'
        and database_name = current_database()
)

select
    declared.column_name,
    declared.declared_type,
    found.data_type as found_type,
from declared
left join found on declared.column_name = found.column_name
where declared.declared_type is distinct from found.data_type
""",
        on_failure="refuse",
    )


def _unique_key(table: Table) -> Rule:
    """Every row that shares its key with another, so that all can be looked up in their papers."""
    key = ", ".join(table.key)
    same = " and ".join(f"repeated.{name} is not distinct from here.{name}" for name in table.key)
    return Rule(
        UNIQUE_KEY,
        f"with repeated as (select {key} from {table.name} group by {key} having count(*) > 1) "
        f"select {_shown(table)} from {table.name} as here "
        f"where exists (select 1 from repeated where {same}) order by {key}",
        column=key,
    )


def _foreign_keys(table: Table) -> list[Rule]:
    return [
        Rule(
            FOREIGN_KEY,
            f"select {_shown(table, column)} from {table.name} as here "
            f"where here.{column} is not null and not exists "
            f"(select 1 from {other} as there where there.{name_there} = here.{column}) "
            f"order by all",
            column=column,
        )
        for column, other, name_there in table.references
    ]


def _shown(table: Table, *others: str) -> str:
    """The columns that identify a row and its place in the paper."""
    place = [name for name in ("paper_id", "locator") if name in table.column_names]
    return ", ".join(dict.fromkeys([*place, *table.key, *others]))


def _contact_details(table: Table) -> list[Rule]:
    """Rows with an address in any text, or a telephone number in words of a paper."""
    texts, words = texts_and_words(table)
    if not texts:
        return []
    shown = ", ".join(dict.fromkeys((*table.key, *texts)))
    condition = holds_contact(texts, words)
    return [Rule(CONTACT_DETAILS, f"select {shown}\nfrom {table.name}\nwhere\n    {condition}\n")]


def texts_and_words(table: Table) -> tuple[list[str], list[str]]:
    """The columns that may hold an e-mail address, and those that may hold a telephone number."""
    texts = [
        column.name
        for column in table.columns
        if column.sql_type == "VARCHAR" and column.name not in REPEATED
    ]
    return texts, [name for name in texts if not is_made_of_digits(name)]


def _inference_without_rule(table: Table) -> list[Rule]:
    if not {"is_inferred", "inference_rule"} <= set(table.column_names):
        return []
    return [
        Rule(
            "inference_without_rule",
            f"select {_shown(table)} from {table.name} "
            "where is_inferred and inference_rule is null order by all",
            column="inference_rule",
        )
    ]


def is_made_of_digits(name: str) -> bool:
    """Ids, hashes, places, file names and JSON hold runs of digits that look like numbers.

    A label may end in a file name; if it ends in a title, that title is checked in its own column.
    """
    endings = ("_id", "_hash", "_code", "_version", "_path", "_url", "label")
    return name.endswith(endings) or name in (
        "locator",
        "sha256",
        "code",
        "sources",
        "values",
    )

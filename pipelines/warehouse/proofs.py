"""Give the models functions that compare proofs: how it is known that a paper was read right.

`weakest(proof)` and `strongest(proof)` are aggregates. A number made of several rows is no surer
than the weakest of them; a fact that several rows state is as sure as the strongest. They take no
filter, because they are macros: give them NULL for a row that does not count.
`confirmed(proof, first_place, last_place)` is that proof, and at least `agreed` if the places
differ: then the papers state the fact twice.
`surer(proof, other)` and `less_sure(proof, other)` compare two proofs. NULL counts for nothing,
and neither does a value that is no proof: the audit sets its row aside.
"""

import duckdb

# From the weakest to the strongest; the alphabet has another order.
PROOFS = ("single", "agreed", "sums_hold", "register")

_FUNCTIONS = """
create type memory.{schema}.proof_order as enum {proofs};
create macro memory.{schema}.weakest(proof) as min(try_cast(proof as proof_order));
create macro memory.{schema}.strongest(proof) as max(try_cast(proof as proof_order));
create macro memory.{schema}.surer(proof, other) as
    greatest(try_cast(proof as proof_order), try_cast(other as proof_order));
create macro memory.{schema}.less_sure(proof, other) as
    least(try_cast(proof as proof_order), try_cast(other as proof_order));
create macro memory.{schema}.confirmed(proof, first_place, last_place) as
    surer(proof, if(first_place < last_place, 'agreed', 'single'));
"""


def add_proof_functions(connection: duckdb.DuckDBPyConnection, schema: str = "main") -> None:
    """Create the functions in a schema of the connection's memory, which it must search."""
    connection.execute(_FUNCTIONS.format(schema=schema, proofs=PROOFS))

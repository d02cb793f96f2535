"""The result document's JSON schema, made from its types: for programs that read documents in other languages."""

from typing import Any

import msgspec

from grader.result.document import FORMAT, Document


def document_schema() -> dict[str, Any]:
    """Return the schema of the documents that this version writes (JSON Schema 2020-12)."""
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": f"Result document, format {FORMAT}"}
    return schema | msgspec.json.schema(Document)

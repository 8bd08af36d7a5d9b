"""The venues of papers: the registry, the tags that name them, and what links prove of them.

A document's tags are made in three steps. `mentions`, `lone` and `scan` find where a name may stand for a venue, by
its place and the year beside it. `names` reads what a name means by the `registry`, the rows of venues.tsv (`venue`,
with `titles` and `slips` for spellings that no row has); `own` by the list's own spellings. `tags` keeps those that
are tags (`tag`), if the list has a custom of them.

The rules ask further of a tag: `spelling` how it should be written, `forms` how the list puts name and year together,
`senses` which of several venues is meant, `years` when that was held, and `proof` what the links of its entry say, by
what `evidence` knows of addresses (`evidence_doi` of DOIs, `evidence_table` the rows of url_evidence.tsv).
"""

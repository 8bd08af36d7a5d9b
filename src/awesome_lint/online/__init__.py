"""The network pass: asks whether what a list links to is still there. Nothing outside imports it in an offline run.

A run goes through it in this order: `links` (over all files, and what is said at the end), `targets` (what there is to
ask), `cache` (what is known already), `check` (one pass, from the settings to the verdicts), `strategies/routes` (whom
to ask about what), `asking` (strategy after strategy, and second chances), `schedule` (whose turn it is). A strategy
sends its requests by `web`, which goes by `hosts` and `policy` (what may be reached), `connector` (sockets, names) and
`waits`. A page is asked for by `fetch` and `follow`, and judged by `walls` and `moved`.
"""

"""A made-up province that reports: `tonghop demo` and the tests of the whole run live on it.

Every name, number and sentence is invented here; `Gold` records what each report really holds, so
that counts in the output can be checked against it.
"""

"""The steps of a run, one module each, in the order in which the flow calls them."""

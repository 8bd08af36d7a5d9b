"""The habits of one list: what its entries vote for at each point of form, and the order that they keep."""

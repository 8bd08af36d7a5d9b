"""How each kind of thing is asked for: by an index where one knows it, for publishers' pages turn robots away."""

"""Drawings as SVG in the page: told apart by shape, coloured by classes of the stylesheet, light or dark like the page.

Every drawing has a title and a description, and stands beside a table that says the same in words."""

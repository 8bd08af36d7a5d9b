"""URLs: what is mistyped in one, what in it only tracks, and what is known of its host."""

from awesome_lint.urls.names import names_in
from awesome_lint.urls.problem import problem
from awesome_lint.urls.tables import host_of, serves_https, shortener, shorteners, tracking
from awesome_lint.urls.values import UrlProblem

__all__ = ["UrlProblem", "host_of", "names_in", "problem", "serves_https", "shortener", "shorteners", "tracking"]

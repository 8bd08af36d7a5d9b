"""The services that are asked, by the names under which the settings can put others in their place."""

from collections.abc import Mapping
from typing import Final

SERVERS: Final[Mapping[str, str]] = {
    "doi": "https://doi.org",
    "arxiv": "https://export.arxiv.org",
    "github": "https://api.github.com",
    "github-raw": "https://raw.githubusercontent.com",
    "openreview": "https://api2.openreview.net",
    "openreview-1": "https://api.openreview.net",
    "hugging-face": "https://huggingface.co",
    "youtube": "https://www.youtube.com",
    "youtube-images": "https://i.ytimg.com",
}

"""Identities of URLs: keys, tidy forms, forms and identifiers."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from awesome_lint.identity import (
    arxiv_id,
    claimed_arxiv_id,
    claimed_doi,
    doi,
    forms,
    is_arxiv_grammatical,
    is_doi_grammatical,
    key,
    reform,
)
from awesome_lint.identity.families import FAMILIES
from awesome_lint.identity.tidy import rewrite
from awesome_lint.urls import problem

HASH = "0123456789abcdef" * 2
SAME: dict[str, list[str]] = {
    "arxiv:2206.15472": [
        "https://arxiv.org/abs/2206.15472",
        "http://www.arxiv.org/abs/2206.15472v3",
        "https://arxiv.org/pdf/2206.15472",
        "https://arxiv.org/pdf/2206.15472v2.pdf",
        "https://arxiv.org/pdf/2206.15472.pdf?fbclid=IwAR0",
        "https://arxiv.org/html/2206.15472v1",
        "https://arxiv.org/abs//2206.15472",
        "https://arxiv.org/abs/2206.15472.pdf",
        "https://arxiv.org/pdf/2206.15472..pdf",
        "https://arxiv.org/abs/2206.15472.",
        "https://arxiv.org/abs/2206.15472?context=cs.LG",
        "https://export.arxiv.org/abs/2206.15472",
        "https://browse.arxiv.org/pdf/2206.15472",
        "https://www.alphaxiv.org/overview/2206.15472",
        "https://ar5iv.labs.arxiv.org/html/2206.15472",
        "https://ar5iv.org/abs/2206.15472",
        "https://huggingface.co/papers/2206.15472",
        "https://hf.co/papers/2206.15472",
        "https://doi.org/10.48550/arXiv.2206.15472",
        "https://dx.doi.org/10.48550/ARXIV.2206.15472",
        "https://arxiv.org/ftp/arxiv/papers/2206/2206.15472.pdf",
        "https:/arxiv.org/abs/2206.15472",
        "ttps://arxiv.org/abs/2206.15472",
        "arxiv.org/abs/2206.15472",
    ],
    "arxiv:math/0309136": [
        "https://arxiv.org/abs/math.GT/0309136v1",
        "https://arxiv.org/pdf/math/0309136.pdf",
    ],
    "arxiv:2206.15472#S3": ["https://arxiv.org/html/2206.15472#S3"],
    "doi:10.1145/3650200.3656592": [
        "https://doi.org/10.1145/3650200.3656592",
        "https://dx.doi.org/10.1145/3650200.3656592",
        "https://doi.org/https://doi.org/10.1145/3650200.3656592",
        "https://doi.org/10.1145%2F3650200.3656592",
        "https://dl.acm.org/doi/10.1145/3650200.3656592",
        "https://dl.acm.org/doi/abs/10.1145/3650200.3656592",
        "https://dl.acm.org/doi/pdf/10.1145/3650200.3656592?download=true",
        "https://dl.acm.org/doi/fullHtml/10.1145/3650200.3656592",
        "https://dl.acm.org/citation.cfm?id=3650200.3656592",
        "https://dl.acm.org/citation.cfm?doid=10.1145/3650200.3656592&CFID=1",
    ],
    "doi:10.1007/978-3-030-58452-8_13": [
        "https://link.springer.com/chapter/10.1007/978-3-030-58452-8_13",
        "https://link.springer.com/content/pdf/10.1007/978-3-030-58452-8_13.pdf",
        "https://link.springer.com/chapter/10.1007%2F978-3-030-58452-8_13",
        "https://link.springer.com/10.1007/978-3-030-58452-8_13",
    ],
    "doi:10.1002/abc.123": [
        "https://onlinelibrary.wiley.com/doi/full/10.1002/ABC.123",
        "https://aiche.onlinelibrary.wiley.com/doi/10.1002/abc.123",
        "http://onlinelibrary.wiley.com/doi/10.1002/abc.123/abstract",
    ],
    "doi:10.1038/s41586-021-03819-2": [
        "https://www.nature.com/articles/s41586-021-03819-2",
        "https://nature.com/articles/s41586-021-03819-2.pdf",
    ],
    "doi:10.1371/journal.pone.0123456": ["https://journals.plos.org/plosone/article?id=10.1371/journal.pone.0123456"],
    "doi:10.1101/2020.01.02.123456": [
        "https://www.biorxiv.org/content/10.1101/2020.01.02.123456v2",
        "https://www.biorxiv.org/content/10.1101/2020.01.02.123456v2.full.pdf",
    ],
    "ieee:10066526": [
        "https://ieeexplore.ieee.org/document/10066526",
        "https://ieeexplore.ieee.org/document/10066526/",
        "https://ieeexplore.ieee.org/abstract/document/10066526?casa_token=x:y",
        "https://ieeexplore.ieee.org/stamp/stamp.jsp?tp=&arnumber=10066526",
        "https://ieeexplore.ieee.org/stamp/stamp.jsp?arnumber=10066526&tag=1",
        "https://ieeexplore.ieee.org/iel7/71/4359390/10066526.pdf",
        "https://ieeexplore.ieee.org/iel7/71/4359390/10066526",
    ],
    "ieee:8046026": ["https://ieeexplore.ieee.org/ielx7/34/8454009/08046026.pdf?ref=a"],
    "openreview:rkgyS0VFvr": [
        "https://openreview.net/forum?id=rkgyS0VFvr",
        "https://openreview.net/pdf?id=rkgyS0VFvr",
        "https://openreview.net/forum?id=rkgyS0VFvr&noteId=1234",
        "https://openreview.net/forum?noteId=1234&amp;id=rkgyS0VFvr",
    ],
    "acl:2020.emnlp-main.5": [
        "https://aclanthology.org/2020.emnlp-main.5/",
        "https://www.aclweb.org/anthology/2020.emnlp-main.5.pdf",
        "https://aclanthology.org/2020.emnlp-main.5v2.pdf",
    ],
    "acl:N19-1423": [
        "https://aclanthology.org/N19-1423",
        "https://aclweb.org/anthology/papers/N/N19/N19-1423/",
    ],
    "pmlr:v162/patil22b": [
        "https://proceedings.mlr.press/v162/patil22b.html",
        "https://proceedings.mlr.press/v162/patil22b/patil22b.pdf",
    ],
    "cvf:Roe_A_Method_CVPR_2021": [
        "https://openaccess.thecvf.com/content/CVPR2021/html/Roe_A_Method_CVPR_2021_paper.html",
        "http://openaccess.thecvf.com/content_CVPR_2021/papers/Roe_A_Method_CVPR_2021_paper.pdf",
        "https://www.cv-foundation.org/openaccess/content_cvpr_2021/papers/Roe_A_Method_CVPR_2021_paper.pdf",
    ],
    f"nips:2020:{HASH}": [
        f"https://papers.nips.cc/paper/2020/hash/{HASH}-Abstract.html",
        f"https://proceedings.neurips.cc/paper_files/paper/2020/file/{HASH}-Paper-Conference.pdf",
    ],
    f"mlsys:2024:{HASH}": [
        f"https://proceedings.mlsys.org/paper_files/paper/2024/hash/{HASH}-Abstract-Conference.html"
    ],
    "aaai:AAAI:16325": [
        "https://ojs.aaai.org/index.php/AAAI/article/view/16325",
        "https://ojs.aaai.org/index.php/AAAI/article/download/16325/16132",
    ],
    "ijcai:2021:123": [
        "https://www.ijcai.org/proceedings/2021/0123.pdf",
        "https://ijcai.org/Proceedings/2021/123",
    ],
    "pii:S0020025522006375": [
        "https://www.sciencedirect.com/science/article/pii/S0020025522006375?via%3Dihub",
        "https://www.sciencedirect.com/science/article/abs/pii/S0020025522006375",
    ],
    "s2:" + "a" * 40: ["https://www.semanticscholar.org/paper/A-Title-Roe/" + "a" * 40],
    "github:owner/repo": [
        "https://github.com/owner/repo",
        "https://github.com/Owner/Repo/",
        "http://www.github.com/owner/repo.git",
        "https://github.com/owner/repo#readme",
        "https://github.com/owner/repo?tab=readme-ov-file",
        "https://github.com/owner/repo/tree/main",
        "https://github.com/owner/repo/tree/master/",
        "https://github.com/owner/repo/blob/main/README.md",
        "https://github.com//owner/repo",
        "github.com/owner/repo",
        "https://GitHub.com/owner/repo?utm_source=list",
    ],
    "github:owner/repo#usage": [
        "https://github.com/owner/repo#usage",
        "https://github.com/Owner/repo?tab=readme-ov-file#usage",
    ],
    "github:owner/repo/tree/main/Docs": [
        "https://github.com/Owner/repo/tree/main/Docs",
        "https://github.com/owner/repo/tree/main/Docs/",
    ],
    "github:owner/repo/issues": ["https://github.com/owner/repo/issues"],
    "github.com/owner": ["https://github.com/Owner", "https://github.com/owner/"],
    "hf:owner/Model": ["https://huggingface.co/owner/Model", "https://hf.co/owner/Model/tree/main"],
    "hf:datasets/owner/set": ["https://huggingface.co/datasets/owner/set"],
    "youtube:abcdefghijk": [
        "https://www.youtube.com/watch?v=abcdefghijk",
        "https://youtu.be/abcdefghijk?si=tracking",
        "https://www.youtube.com/embed/abcdefghijk",
        "https://m.youtube.com/watch?v=abcdefghijk&feature=youtu.be&ab_channel=Some",
    ],
    "youtube:abcdefghijk?t=90": [
        "https://youtu.be/abcdefghijk?t=90",
        "https://www.youtube.com/watch?t=90&v=abcdefghijk",
    ],
    "x.com/someone/status/1": [
        "https://twitter.com/someone/status/1?s=20",
        "https://x.com/someone/status/1?s=20&t=abc",
    ],
    "example.org": [
        "https://example.org",
        "http://www.example.org/",
        "https://example.org/index.html",
        "//example.org",
    ],
    "example.org/a": [
        "https://example.org/a",
        "http://EXAMPLE.org:80/a/",
        "https://example.org:443/a?",
        "https://example.org./a#",
        "https://example.org/a#top",
        "https://example.org/b/../a",
        "https://example.org/%61",
        "https://example.org/a?utm_source=x&utm_medium=y",
        "https://example.org/a#:~:text=some",
    ],
    "example.org/p?a=1&b=2": ["https://example.org/p?b=2&a=1", "https://example.org/p?a=1&amp;b=2"],
    "example.org#/route": ["https://example.org/#/route", "http://example.org/#/route"],
    "example.org/~roe": [
        "https://example.org/~roe/",
        "https://example.org/%7Eroe",
        "https://example.org/%7eroe",
    ],
    "example.org/%E6%95%B0": ["https://example.org/数", "https://example.org/%e6%95%b0"],
    "xn--bcher-kva.example": ["https://bücher.example/", "https://xn--bcher-kva.example"],
    "example.org/a_(b)": [r"https://example.org/a_\(b\)", r"https://example.org/a\_(b)"],
    "example.org:8080/a": ["http://example.org:8080/a"],
}
DIFFERENT = [
    ("https://example.org/A", "https://example.org/a"),
    ("https://example.org/a?id=1", "https://example.org/a?id=2"),
    ("https://example.org/a#one", "https://example.org/a#two"),
    ("https://example.org/a", "https://example.org/a.html"),
    ("https://example.org/index.php?p=1", "https://example.org/"),
    ("https://en.example.org/", "https://example.org/"),
    ("https://example.org:8080/", "https://example.org/"),
    ("https://github.com/owner/repo", "https://github.com/owner/repo/wiki"),
    ("https://github.com/owner/repo", "https://github.com/owner/repo/tree/dev"),
    ("https://github.com/owner/repo", "https://github.com/owner/repo-2"),
    ("https://github.com/owner/repo", "https://owner.github.io/repo"),
    ("https://github.com/topics/nlp", "https://github.com/topics/NLP-2"),
    ("https://arxiv.org/abs/2206.15472", "https://arxiv.org/abs/2206.15473"),
    ("https://arxiv.org/html/2206.15472/x1.png", "https://arxiv.org/html/2206.15472"),
    ("https://openreview.net/forum?id=abc", "https://openreview.net/forum?id=ABC"),
    ("https://openreview.net/attachment?id=abc", "https://openreview.net/pdf?id=abc"),
    (
        "https://proceedings.mlr.press/v162/roe22b.html",
        "https://proceedings.mlr.press/v162/roe22b/roe22b-supp.pdf",
    ),
    (
        f"https://papers.nips.cc/paper/2020/file/{HASH}-Supplemental.pdf",
        f"https://papers.nips.cc/paper/2020/hash/{HASH}-Abstract.html",
    ),
    ("https://dl.acm.org/doi/suppl/10.1145/1.2", "https://dl.acm.org/doi/10.1145/1.2"),
    ("https://www.youtube.com/watch?v=abcdefghijk", "https://www.youtube.com/watch?v=abcdefghijk&list=PL1"),
    ("https://www.youtube.com/playlist?list=PL1", "https://www.youtube.com/playlist?list=PL2"),
    ("https://huggingface.co/docs/hub", "https://huggingface.co/docs/hub2"),
    ("docs/a.md", "docs/b.md"),
]


@pytest.mark.parametrize(("identity", "url"), [(identity, url) for identity, urls in SAME.items() for url in urls])
def test_key(identity: str, url: str) -> None:
    assert key(url) == identity


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_different_things_have_different_keys(one: str, other: str) -> None:
    assert key(one) != key(other)


@pytest.mark.parametrize(
    "url",
    ["", "#usage", "docs/a.md", "./a", "../b/", "mailto:a@example.org", "ftp://example.org/A", "data:,x"],
)
def test_what_is_no_web_address_is_its_own_key(url: str) -> None:
    assert key(url) == url


REWRITTEN = [
    ("http://arxiv.org/abs/2206.15472", "https://arxiv.org/abs/2206.15472"),
    ("https://www.arxiv.org/pdf/2206.15472v2", "https://arxiv.org/pdf/2206.15472v2"),
    ("https://arxiv.org/abs//2206.15472", "https://arxiv.org/abs/2206.15472"),
    ("https://arxiv.org/abs/2206.15472.pdf", "https://arxiv.org/abs/2206.15472"),
    ("https://arxiv.org/pdf/2504.08242?", "https://arxiv.org/pdf/2504.08242"),
    (
        "https://ieeexplore.ieee.org/stamp/stamp.jsp?tp=&arnumber=8493499",
        "https://ieeexplore.ieee.org/document/8493499",
    ),
    (
        "https://ieeexplore.ieee.org/abstract/document/1/?casa_token=a",
        "https://ieeexplore.ieee.org/document/1",
    ),
    ("http://dx.doi.org/10.1000/ABC", "https://doi.org/10.1000/ABC"),
    ("https://github.com/Owner/Repo.git", "https://github.com/Owner/Repo"),
    ("https://github.com/owner/repo/tree/main", "https://github.com/owner/repo"),
    ("https://github.com/owner/repo?tab=readme-ov-file#x", "https://github.com/owner/repo#x"),
    ("https://x.com/a/status/1?s=20", "https://x.com/a/status/1"),
    ("HTTPS://Example.ORG:443/A/../B?#", "https://example.org/B"),
    ("http://example.org:80/", "http://example.org/"),
    ("https://example.org/%7Eroe/%e4%bd", "https://example.org/~roe/%e4%bd"),
    ("https://example.org/?utm_source=x&id=1#y", "https://example.org/?id=1#y"),
]


@pytest.mark.parametrize(("url", "tidy"), REWRITTEN)
def test_rewrite(url: str, tidy: str) -> None:
    assert rewrite(url) == tidy


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/a/",
        "https://example.org/a",
        "http://example.org/a?b=1&a=2",
        "https://example.org/Path//x",
        "https://www.example.org/index.html#part",
        "https://web.archive.org/web/2020/https://example.org/",
        "https://dl.acm.org/doi/pdf/10.1145/1.2",
        "https://openreview.net/pdf?id=abc",
        "https://youtu.be/abcdefghijk?t=90",
        "https://example.org/a%20b%2Fc",
        "https://bücher.example/ä",
        "docs/Some File.md",
        "#Anchor",
        "mailto:a@example.org",
        "www.example.org",
    ],
)
def test_rewrite_leaves_what_is_tidy(url: str) -> None:
    assert rewrite(url) == url


HOSTS = sorted(host.replace("*", "sub") for host in FAMILIES)
PIECES = [
    *(
        "https://",
        "http://",
        "HTTP://",
        "https:/",
        "//",
        "/",
        "/",
        "?",
        "#",
        "&",
        "=",
        ".",
        "..",
        "%7e",
        "%2F",
        "%",
        "\\",
        " ",
        "é",
        ")",
    ),
    *(
        "arxiv.org/abs/2206.15472",
        "v2",
        ".pdf",
        "10.1145/1.2",
        "doi/abs/",
        "document/",
        "arnumber=12",
        "?id=ab_C",
        "utm_source=x",
    ),
    *(
        "www.",
        "example.org",
        "github.com/o/r",
        ".git",
        "tree/main",
        "index.html",
        ":80",
        ":443",
        "a",
        "B",
        "s=20",
        "&amp;",
        "readme",
        "@",
    ),
]
odd_urls = st.lists(st.sampled_from([*PIECES, *HOSTS]), max_size=9).map("".join)
web_urls = st.builds(
    "{}{}{}".format,
    st.sampled_from(["https://", "http://", "https://www."]),
    st.sampled_from([*HOSTS, "example.org", "Example.COM", "x.com"]),
    st.lists(st.sampled_from([*PIECES, *string.ascii_letters]), max_size=8).map(lambda parts: "/" + "".join(parts)),
)
any_url = st.one_of(st.text(), odd_urls, web_urls)


@given(any_url)
def test_rewriting_keeps_the_key_and_is_done_once(url: str) -> None:
    tidy = rewrite(url)
    assert key(tidy) == key(url)
    assert rewrite(tidy) == tidy


@given(any_url)
def test_a_certain_repair_keeps_the_key(url: str) -> None:
    found = problem(url)
    if found is not None and found.repaired is not None and found.safety == "safe":
        assert key(found.repaired) == key(url)


@given(web_urls)
def test_scheme_and_www_do_not_matter(url: str) -> None:
    rest = url.partition("://")[2].removeprefix("www.")
    assert key("https://" + rest) == key("http://" + rest) == key("https://www." + rest)


@given(any_url)
def test_identifiers_and_forms_take_any_text(url: str) -> None:
    for family, _ in forms(url):
        for other in (
            "abs",
            "pdf",
            "doi",
            "document",
            "forum",
            "page",
            "html",
            "plain",
            "without",
            "arxiv.org",
        ):
            written = reform(url, family, other)
            assert written is None or (key(written) == key(url) and (family, other) in forms(written))
    arxiv_id(url)
    doi(url)
    claimed_arxiv_id(url)
    claimed_doi(url)
    is_arxiv_grammatical(url)
    is_doi_grammatical(url)

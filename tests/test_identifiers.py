"""Identifiers of papers, and the forms in which links to them are written."""

import pytest

from awesome_lint.identity import (
    ArxivId,
    arxiv_id,
    claimed_arxiv_id,
    claimed_doi,
    doi,
    form,
    forms,
    is_arxiv_grammatical,
    is_doi_grammatical,
    reform,
)


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://arxiv.org/abs/2206.15472", ArxivId("2206.15472", None, 2022, 6)),
        ("https://arxiv.org/pdf/2206.15472v12.pdf", ArxivId("2206.15472", 12, 2022, 6)),
        ("https://arxiv.org/abs/0704.0001", ArxivId("0704.0001", None, 2007, 4)),
        ("https://arxiv.org/abs/cs/9901001v2", ArxivId("cs/9901001", 2, 1999, 1)),
        ("https://arxiv.org/abs/math.GT/0309136", ArxivId("math/0309136", None, 2003, 9)),
        ("https://doi.org/10.48550/arXiv.2206.15472", ArxivId("2206.15472", None, 2022, 6)),
        ("https://huggingface.co/papers/2206.15472#x", ArxivId("2206.15472", None, 2022, 6)),
        ("https://arxiv.org/abs/2213.15472", None),
        ("https://arxiv.org/a/roe_j_1", None),
        ("https://example.org/abs/2206.15472", None),
        ("", None),
    ],
)
def test_arxiv_id(url: str, expected: ArxivId | None) -> None:
    assert arxiv_id(url) == expected


@pytest.mark.parametrize(
    ("identifier", "good"),
    [
        ("2206.15472", True),
        ("2206.15472v3", True),
        ("1412.1234", True),
        ("1501.00001", True),
        ("0704.0001", True),
        ("cs/9901001", True),
        ("hep-th/9108001v1", True),
        ("math.GT/0309136", True),
        ("0703.0001", False),
        ("1412.12345", False),
        ("1501.1234", False),
        ("2307.000400", False),
        ("2213.15472", False),
        ("2200.15472", False),
        ("2206.00000", False),
        ("2206.15472v0", False),
        ("2206.15472v", False),
        ("2206,15472", False),
        ("cs/0704001", False),
        ("cs/9900001", False),
        ("nosuch/9901001", False),
        ("", False),
    ],
)
def test_arxiv_grammar(identifier: str, good: bool) -> None:
    assert is_arxiv_grammatical(identifier) is good


@pytest.mark.parametrize(
    ("url", "claimed"),
    [
        ("https://arxiv.org/abs/2307.000400", "2307.000400"),
        ("https://arxiv.org/pdf/2503.164065.pdf", "2503.164065"),
        ("http://www.arxiv.org/abs/1911.02972v", "1911.02972v"),
        ("https://arxiv.org/abs//2206.15472", "2206.15472"),
        ("https://arxiv.org/abs/2206.15472.", "2206.15472"),
        ("https://arxiv.org/abs/cs/9901001", "cs/9901001"),
        ("https://arxiv.org/html/2206.15472v1/x1.png", None),
        ("https://arxiv.org/", None),
        ("https://arxiv.org/list/cs.LG/recent", None),
        ("https://example.org/abs/2307.000400", None),
    ],
)
def test_claimed_arxiv_id(url: str, claimed: str | None) -> None:
    assert claimed_arxiv_id(url) == claimed


def test_doi() -> None:
    assert doi("https://dl.acm.org/doi/pdf/10.1145/ABC.1") == "10.1145/abc.1"
    assert doi("https://doi.org/10.48550/arXiv.2206.15472") is None
    assert doi("https://example.org/10.1145/1.2") is None


@pytest.mark.parametrize(
    ("text", "good"),
    [
        ("10.1145/3650200.3656592", True),
        ("10.1000.10/123456", True),
        ("10.1002/(SICI)1097-0258(19980815/30)17:15<1661::AID-SIM968>3.0.CO;2-2", True),
        ("10/ggv7qs", True),
        ("10.1145", False),
        ("10.1145/", False),
        ("10.12/x", False),
        ("1O.1145/1.2", False),
        ("10.1145/a b", False),
        ("", False),
    ],
)
def test_doi_grammar(text: str, good: bool) -> None:
    assert is_doi_grammatical(text) is good


@pytest.mark.parametrize(
    ("url", "claimed"),
    [
        ("https://doi.org/10.1145/1.2", "10.1145/1.2"),
        ("https://doi.org/10.1145%2F1.2", "10.1145/1.2"),
        ("https://doi.org/1O.1145/1.2", "1O.1145/1.2"),
        ("https://doi.org/https://doi.org/10.1145/1.2", "10.1145/1.2"),
        ("https://doi.org/ggv7qs", None),
        ("https://doi.org/", None),
        ("https://dl.acm.org/doi/abs/10.1145/1.2", "10.1145/1.2"),
        ("https://example.org/a/10.1145/1.2", None),
    ],
)
def test_claimed_doi(url: str, claimed: str | None) -> None:
    assert claimed_doi(url) == claimed


ACM = "https://dl.acm.org/"
IEEE = "https://ieeexplore.ieee.org/"
CVF = "https://openaccess.thecvf.com/content/CVPR2021/"


@pytest.mark.parametrize(
    ("url", "family", "written_as", "other", "result"),
    [
        (
            "https://arxiv.org/pdf/2206.15472v2.pdf?a=1",
            "arxiv",
            "pdf.pdf",
            "abs",
            "https://arxiv.org/abs/2206.15472v2?a=1",
        ),
        ("http://arxiv.org/abs/2206.15472", "arxiv", "abs", "pdf", "http://arxiv.org/pdf/2206.15472"),
        (
            "https://arxiv.org/abs/2206.15472",
            "arxiv",
            "abs",
            "pdf.pdf",
            "https://arxiv.org/pdf/2206.15472.pdf",
        ),
        ("https://arxiv.org/abs/2206.15472", "arxiv", "abs", "html", None),
        ("https://arxiv.org/html/2206.15472", "arxiv", "html", "abs", "https://arxiv.org/abs/2206.15472"),
        (
            "https://arxiv.org/pdf/2206.15472v2.pdf",
            "arxiv-version",
            "with",
            "without",
            "https://arxiv.org/pdf/2206.15472.pdf",
        ),
        ("https://arxiv.org/abs/2206.15472", "arxiv-version", "without", "with", None),
        (
            "https://www.arxiv.org/abs/2206.15472",
            "arxiv-host",
            "www.arxiv.org",
            "arxiv.org",
            "https://arxiv.org/abs/2206.15472",
        ),
        (
            "https://dx.doi.org/10.1145/1.2",
            "doi-host",
            "dx.doi.org",
            "doi.org",
            "https://doi.org/10.1145/1.2",
        ),
        (ACM + "doi/abs/10.1145/1.2", "doi-acm", "doi/abs", "doi", ACM + "doi/10.1145/1.2"),
        (ACM + "doi/10.1145/1.2", "doi-acm", "doi", "doi/pdf", ACM + "doi/pdf/10.1145/1.2"),
        (ACM + "doi/10.1145/1.2", "doi-acm", "doi", "doi/fullHtml", None),
        (ACM + "citation.cfm?id=1.2", "doi-acm", "citation.cfm", "doi", ACM + "doi/10.1145/1.2"),
        (IEEE + "abstract/document/12", "ieee", "abstract/document", "document", IEEE + "document/12"),
        (IEEE + "document/12/", "ieee", "document/", "document", IEEE + "document/12"),
        (IEEE + "document/12", "ieee", "document", "abstract/document", IEEE + "abstract/document/12"),
        (IEEE + "stamp/stamp.jsp?tp=&arnumber=12&tag=1", "ieee", "stamp", "document", IEEE + "document/12"),
        (IEEE + "iel7/6/77/00012.pdf", "ieee", "iel", "document", IEEE + "document/12"),
        (IEEE + "document/12", "ieee", "document", "stamp", None),
        (
            "https://openreview.net/forum?id=ab",
            "openreview",
            "forum",
            "pdf",
            "https://openreview.net/pdf?id=ab",
        ),
        ("https://aclanthology.org/N19-1423.pdf", "acl", "pdf", "page", "https://aclanthology.org/N19-1423/"),
        ("https://aclanthology.org/N19-1423", "acl", "page", "pdf", "https://aclanthology.org/N19-1423.pdf"),
        (CVF + "html/Roe_A_paper.html", "cvf", "html", "papers", CVF + "papers/Roe_A_paper.pdf"),
        ("https://github.com/o/r.git#readme", "github-git", ".git", "plain", "https://github.com/o/r#readme"),
        ("https://github.com/o/r", "github-git", "plain", ".git", None),
        ("https://github.com/o/r/?a=b", "github-slash", "with", "without", "https://github.com/o/r?a=b"),
        ("https://github.com/o/r", "github-slash", "without", "with", "https://github.com/o/r/"),
    ],
)
def test_forms_and_reform(url: str, family: str, written_as: str, other: str, result: str | None) -> None:
    assert (family, written_as) in forms(url)
    assert reform(url, family, other) == result


def test_forms_of_other_urls() -> None:
    assert form("https://arxiv.org/abs/2206.15472v1") == ("arxiv", "abs")
    assert forms("https://github.com/o/r/wiki") == ()
    assert "arxiv" not in dict(forms("https://arxiv.org/abs/2206.15472.pdf"))
    assert forms("https://example.org/?u=arxiv.org/abs/2206.15472") == ()
    assert form("https://example.org") is None
    assert reform("https://example.org", "arxiv", "abs") is None
    assert reform("https://arxiv.org/abs/2206.15472", "nosuch", "abs") is None

from tests.publication import Site


def test_the_small_publication_has_no_problem(site: Site) -> None:
    assert site.problems() == ()

"""The shipped rules are found wherever the package was installed."""

from __future__ import annotations

from pathlib import Path

import pytest

from performance_rules.lexicon.resources import find_rules, rules_dir


@pytest.mark.parametrize(
    ("package", "rules"),
    [
        ("site-packages/performance_rules", "site-packages/performance_rules/_rules"),
        ("checkout/src/performance_rules", "checkout/rules"),
    ],
    ids=["wheel", "checkout"],
)
def test_rules_are_found_in_both_layouts(tmp_path: Path, package: str, rules: str) -> None:
    """A wheel carries the rules inside the package; a checkout has them at its top."""
    (tmp_path / package).mkdir(parents=True)
    (tmp_path / rules).mkdir()

    assert tmp_path / rules == find_rules(tmp_path / package)


def test_rules_inside_the_package_win(tmp_path: Path) -> None:
    """What was shipped with the package is nearer than what lies around it."""
    package = tmp_path / "src" / "performance_rules"
    (package / "_rules").mkdir(parents=True)
    (tmp_path / "rules").mkdir()

    assert package / "_rules" == find_rules(package)


def test_a_stranger_called_rules_is_not_ours(tmp_path: Path) -> None:
    """A folder "rules" above an installed package belongs to somebody else."""
    package = tmp_path / "lib" / "performance_rules"
    package.mkdir(parents=True)
    (tmp_path / "rules").mkdir()

    with pytest.raises(FileNotFoundError):
        find_rules(package)


def test_missing_rules_are_an_error_that_names_both_places(tmp_path: Path) -> None:
    """An installation without its data says where it looked, in both languages."""
    package = tmp_path / "src" / "performance_rules"
    package.mkdir(parents=True)

    with pytest.raises(FileNotFoundError) as caught:
        find_rules(package)

    message = str(caught.value)
    assert str(package / "_rules") in message
    assert str(tmp_path / "rules") in message
    assert "重新安装" in message
    assert "reinstall" in message


def test_this_installation_has_its_rules() -> None:
    """The library under test can see the national rules it ships."""
    assert (rules_dir() / "cn").is_dir()

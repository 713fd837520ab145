"""The rules: one file each, in folders by family (`rules/num/num103_rate_mismatch.py`)."""

from reportlint.rules.registry import ARITHMETIC, OWN_WORDS, Rule, find_rule, matches, rule, rules

__all__ = ["ARITHMETIC", "OWN_WORDS", "Rule", "find_rule", "matches", "rule", "rules"]

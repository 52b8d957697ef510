"""Checks a candidate warehouse before anybody may read it: contract, rules and expectations."""

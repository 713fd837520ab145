"""Skeletons of reports with and without their prescribed sections, and what STR001 says of them."""

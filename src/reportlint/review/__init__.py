"""The reviewer's page: reports by weight of their flags, one key for each verdict."""

from reportlint.review.application import application
from reportlint.review.desk import Desk

__all__ = ["Desk", "application"]

"""Thresholds and scales that change by law or by agreement, each with its dates and its source."""

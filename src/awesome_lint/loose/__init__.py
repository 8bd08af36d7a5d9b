"""Broken link markup: what somebody meant as a link and Markdown does not read as one."""

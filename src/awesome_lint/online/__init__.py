"""The network pass: asks whether what a list links to is still there. Nothing outside imports it in an offline run."""

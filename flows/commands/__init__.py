"""One module for each command of `tonghop`; each exposes `command`."""

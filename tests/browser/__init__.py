"""A browser for tests: Chromium over its DevTools protocol, with nothing to install but websocket-client."""

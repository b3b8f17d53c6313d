"""The server that `journeys mcp` is: an atlas for assistants that speak the Model Context Protocol.

It reads and proposes; it writes nothing.
"""

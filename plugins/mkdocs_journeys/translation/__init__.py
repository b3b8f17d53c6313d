"""The words of the interface in the reader's language: message catalogues, numbers and days."""

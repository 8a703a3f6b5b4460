"""The rules that tests check of this project's own files: modules, texts, imports."""

//! A year of an office as files: a folder of TOML and CSV, or one XLSX workbook, in and out.

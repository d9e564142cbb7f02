"""What openpyxl, a reader of its own, finds in workbooks: one JSON object a file, by path."""
import datetime
import json
import sys

import openpyxl


def plain(value):
    return value.isoformat() if isinstance(value, (datetime.date, datetime.datetime)) else value


def facts(path):
    formulas = openpyxl.load_workbook(path)
    values = openpyxl.load_workbook(path, data_only=True)
    sheets = {}
    for sheet in formulas:
        cells = {}
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value is None and cell.comment is None:
                    continue
                is_formula = cell.data_type == "f"
                cells[cell.coordinate] = {
                    "formula": cell.value if is_formula else None,
                    "value": plain(values[sheet.title][cell.coordinate].value),
                    "note": cell.comment.text if cell.comment else None,
                    "link": cell.hyperlink.location if cell.hyperlink else None,
                    "format": cell.number_format,
                    "quoted": bool(cell.quotePrefix),
                }
        sheets[sheet.title] = {
            "cells": cells,
            "tables": {table.name: table.ref for table in sheet.tables.values()},
            "filters": {table.name: table.autoFilter is not None for table in sheet.tables.values()},
            "titles": sheet.print_title_rows,
            "frozen": sheet.freeze_panes,
            "header": sheet.oddHeader.center.text,
            "footer": sheet.oddFooter.right.text,
            "orientation": sheet.page_setup.orientation,
            "fit": [sheet.sheet_properties.pageSetUpPr.fitToPage, sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight],
            "merged": [str(each) for each in sheet.merged_cells.ranges],
        }
    names = formulas.defined_names
    listed = names.definedName if hasattr(names, "definedName") else names.values()
    properties = formulas.properties
    return {
        "sheets": sheets,
        "names": {each.name: each.attr_text for each in listed},
        "properties": {
            "title": properties.title,
            "creator": properties.creator,
            "created": plain(properties.created),
            "modified": plain(properties.modified),
        },
    }


json.dump({path: facts(path) for path in sys.argv[1:]}, sys.stdout)

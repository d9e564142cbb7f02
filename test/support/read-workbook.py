"""What openpyxl, a reader of its own, finds in workbooks: one JSON object a file, by path. `--values`: of each cell its value alone."""
import datetime
import json
import sys
import warnings

import openpyxl


# It says aloud which extensions it leaves alone.
warnings.simplefilter("ignore")


def plain(value):
    return value.isoformat() if isinstance(value, (datetime.date, datetime.datetime)) else value


def chart_facts(chart):
    series = []
    for each in chart.series:
        numbers = each.val.numRef
        texts = each.cat.strRef or each.cat.numRef
        name = each.tx.strRef
        series.append({
            "name": [name.f, [point.v for point in name.strCache.pt]],
            "categories": [texts.f, [point.v for point in texts.strCache.pt]],
            "values": [numbers.f, {point.idx: float(point.v) for point in numbers.numCache.pt}, numbers.numCache.ptCount],
        })
    anchor = chart.anchor
    return {
        "kind": type(chart).__name__,
        "direction": getattr(chart, "barDir", None),
        "grouping": getattr(chart, "grouping", None),
        "title": "".join(run.t for paragraph in chart.title.tx.rich.p for run in paragraph.r or []),
        "from": [anchor._from.col, anchor._from.row],
        "to": [anchor.to.col, anchor.to.row],
        "series": series,
    }


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
            "charts": [chart_facts(chart) for chart in sheet._charts],
            "calculated": {
                table.name: {
                    column.name: column.calculatedColumnFormula.attr_text
                    for column in table.tableColumns
                    if column.calculatedColumnFormula
                }
                for table in sheet.tables.values()
            },
            "choices": {str(each.sqref): each.formula1 for each in sheet.data_validations.dataValidation},
            "shown_by_size": sorted(
                [str(block.sqref), rule.type] for block in sheet.conditional_formatting for rule in block.rules
            ),
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


def values_alone(path):
    workbook = openpyxl.load_workbook(path, data_only=True, read_only=True)
    return {
        sheet.title: {cell.coordinate: plain(cell.value) for row in sheet for cell in row if cell.value is not None}
        for sheet in workbook
    }


words = sys.argv[1:]
read, paths = (values_alone, words[1:]) if words[0] == "--values" else (facts, words)
json.dump({path: read(path) for path in paths}, sys.stdout)

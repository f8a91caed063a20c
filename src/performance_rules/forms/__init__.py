"""Empty forms of performance evaluation, as workbooks: layouts are data, the writer is one.

A layout is a file of ``rules/forms``.  It is loaded (``files``), placed on a sheet with its names,
months and empty rows (``placement``), and written (``workbook``).
"""

from performance_rules.forms.files import load_layouts
from performance_rules.forms.layout import Layout
from performance_rules.forms.placement import FormSheet, placed

__all__ = ["FormSheet", "Layout", "load_layouts", "placed"]

"""Empty forms of performance evaluation, as workbooks: layouts are data, the writer is one.

A layout is a file of ``rules/forms``.  It is loaded (``files``), placed on a sheet with its names,
months and empty rows (``grid``), and written (``workbook``).
"""

from performance_rules.forms.files import load_layouts
from performance_rules.forms.grid import Sheet, placed
from performance_rules.forms.layout import Layout

__all__ = ["Layout", "Sheet", "load_layouts", "placed"]

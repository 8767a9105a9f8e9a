"""Blocks as compiled step code sees them: an address, and no more. Imported only to compile.

An array travels through every call as seven words, and each index into it is first tried for being negative; an address is one
word, and indexing it one instruction. What is read through a `Table` never changes while step code runs, and LLVM is told so:
else it would read where a section starts anew after each change of the state, which might have changed that.
"""

from __future__ import annotations

import operator
from typing import Any

from numba import types
from numba.core import cgutils
from numba.core.typing import templates
from numba.extending import intrinsic, lower_builtin, models, register_model

typing: Any = templates
lower: Any = lower_builtin
structure: Any = cgutils.create_struct_proxy


class Table(types.Type):
    """The address of cells that nothing writes."""

    def __init__(self, dtype: Any) -> None:
        self.dtype = dtype
        super().__init__(name=f"Table({dtype})")


register_model(Table)(models.PointerModel)


@typing.infer_global(operator.getitem)
class ReadTable(templates.AbstractTemplate):
    """A table is read by an integer; there is no way to write to it."""

    def generic(self, args: Any, _kws: Any) -> Any:
        """The type of `table[index]`; None for what is not that."""
        table, index = args
        if isinstance(table, Table) and isinstance(index, types.Integer):
            return typing.signature(table.dtype, table, types.intp)
        return None


def read_cell(_context: Any, builder: Any, _sig: Any, args: Any) -> Any:
    """`table[index]`: a load of what never changes."""
    cell = builder.load(builder.gep(args[0], [args[1]]))
    cell.set_metadata("invariant.load", builder.module.add_metadata([]))
    return cell


lower(operator.getitem, Table, types.intp)(read_cell)


def _address_as(typed: Any) -> Any:
    """An intrinsic that turns an array into its address, of type `typed(dtype)`."""

    def address(_typing: Any, block: Any) -> Any:
        def take(context: Any, builder: Any, sig: Any, args: Any) -> Any:
            return structure(sig.args[0])(context, builder, value=args[0]).data

        return typed(block.dtype)(block), take

    made: Any = intrinsic
    return made(address)


table_address = _address_as(Table)
state_address = _address_as(types.CPointer)


def table(block: Any) -> Any:
    """What `blocks.table` is when compiled."""
    return table_address(block)


def state(block: Any) -> Any:
    """What `blocks.state` is when compiled."""
    return state_address(block)

"""Machine code: LLVM's language optimised and turned into it, and called from Python."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from falter.numeric.kinds import FLOAT, INT, WORD, Block, Kind, signature_of

if TYPE_CHECKING:
    from falter.numeric.translate import Translation

SPEED = 3
"""How hard LLVM tries."""

C: dict[str, Any] = {INT: ctypes.c_int64, WORD: ctypes.c_uint64, FLOAT: ctypes.c_double}
FORMATS = {INT: "ql", WORD: "QL", FLOAT: "d"}
"""What Python calls the cells of a block."""
NOTHING = (ctypes.c_char * 8)()
"""What an empty block points to."""


def processor() -> Any:
    """LLVM's picture of this processor."""
    from llvmlite import binding

    binding.initialize_native_target()
    binding.initialize_native_asmprinter()
    target = binding.Target.from_triple(binding.get_process_triple())
    features = binding.get_host_cpu_features().flatten()
    cpu = binding.get_host_cpu_name()
    return target.create_target_machine(cpu=cpu, features=features, opt=SPEED, reloc="default", codemodel="jitdefault", jit=True)


class Native:
    """A compiled entry, to be called like the function itself, with writable blocks. Holds no interpreter lock while it runs."""

    def __init__(self, code: bytes, signature: str, found: bool = False) -> None:
        from llvmlite import binding

        self.found = found
        """Was it kept from before?"""
        self.result, self.kinds = signature_of(signature)
        self.engine = binding.create_mcjit_compiler(binding.parse_assembly(""), processor())
        self.engine.add_object_file(binding.ObjectFileRef.from_data(code))
        self.engine.finalize_object()
        taken: list[Any] = []
        for kind in self.kinds:
            taken += [ctypes.c_void_p, ctypes.c_int64] if isinstance(kind, Block) else [C[kind]]
        given: Any = C[self.result] if isinstance(self.result, str) else None
        self.call: Callable[..., Any] = ctypes.CFUNCTYPE(given, *taken)(self.engine.get_function_address("entry"))

    @staticmethod
    def compile(translation: Translation, entry: Callable[..., Any], signature: str) -> bytes:
        """Machine code for an entry. Raises TypeError for what cannot be translated."""
        from llvmlite import binding

        machine = processor()
        module = binding.parse_assembly(translation.entry(entry, *signature_of(signature)))
        module.triple, module.data_layout = machine.triple, str(machine.target_data)
        module.verify()
        builder = binding.create_pass_builder(machine, binding.create_pipeline_tuning_options(speed_level=SPEED))
        builder.getModulePassManager().run(module, builder)
        code: bytes = machine.emit_object(module)
        return code

    @property
    def outside(self) -> int:
        """The place of the last index that lay outside its block, in the translation's `places`; 0 none. Only guarded code notes it."""
        return ctypes.c_int64.from_address(self.engine.get_global_value_address("outside")).value

    def __call__(self, *arguments: Any) -> Any:
        """What the entry returns. Raises TypeError for a block of other cells, or one that cannot be written."""
        if len(arguments) != len(self.kinds):
            raise TypeError(f"{len(self.kinds)} arguments are wanted, and {len(arguments)} given")
        return self.call(*self._parts(arguments))

    def on(self, *blocks: Any) -> Callable[..., Any]:
        """The entry with its first arguments given once for many calls: to pass them on takes as long as a short call itself."""
        return partial(self.call, *self._parts(blocks))

    def _parts(self, arguments: Sequence[Any]) -> list[Any]:
        held = [passed(argument, kind) for argument, kind in zip(arguments, self.kinds, strict=False)]
        return [part for parts in held for part in parts]


def passed(argument: Any, kind: Kind) -> tuple[Any, ...]:
    """An argument as machine code takes it: of a block its address, which holds it in its place, and its length."""
    if not isinstance(kind, Block):
        return (argument,)
    view = memoryview(argument)
    if view.format not in FORMATS[kind.cell] or view.ndim != 1 or not view.contiguous or view.readonly:
        raise TypeError(f"a writable row of {FORMATS[kind.cell][0]!r} is wanted; {view.format!r} of shape {view.shape} given")
    place = ctypes.byref(ctypes.c_char.from_buffer(view)) if len(view) else ctypes.byref(NOTHING)
    return place, len(view)

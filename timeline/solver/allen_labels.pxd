# The types with which allen_labels.py is compiled. Cells, intervals and places are C ints; labels are unsigned shorts.

cimport cython


cdef int RELATIONS, EVERYTHING, LOW, RANKS, DECIDED, GIVEN


cpdef longer(typecode, column)


cdef class AllenLabels:
    cdef readonly int size, count, level, failed, lowest
    cdef readonly bint dead
    cdef readonly const unsigned short[::1] singles, inverses
    cdef readonly const unsigned char[::1] sizes
    cdef readonly unsigned short[::1] ranks, low, high, labels, rooted, olds
    cdef readonly int[::1] starts, changed, reasons, levels, earlier, latest, stacks, below
    cdef readonly unsigned char[::1] waiting

    @cython.locals(rank=int, found=int, place=int, relation=int, step=int, base=int, other=int)
    cpdef fill(self, int mask)

    cpdef int across(self, int one, int two)

    cpdef give(self, int one, int two, int mask, int name)

    @cython.locals(entry=int, rank=int)
    cdef bint _narrow(self, int cell, int mask, int reason)

    cdef void _put(self, int cell, int mask)

    @cython.locals(cell=int)
    cdef int _next(self)

    @cython.locals(cell=int, one=int, two=int)
    cpdef bint close(self)

    @cython.locals(
        mask=int, base=int, more=int, row=int, other=int, third=int, label=int, allowed=int,
    )
    cdef bint _scan(self, int one, int two)

    cpdef suppose(self, int cell, int mask)

    cdef bint _visit(self, int cell)

    cdef void _drain(self)

    @cython.locals(cell=int)
    cdef void _pop(self)

    cdef void _back(self, int level)

    @cython.locals(label=int, entry=int)
    cdef int _at_start(self, int cell)

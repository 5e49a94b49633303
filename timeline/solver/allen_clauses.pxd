# The types with which allen_clauses.py is compiled; those of AllenLabels are in allen_labels.pxd.

cimport cython


cdef long long HEAVY


cdef class AllenClauses(AllenLabels):
    cdef readonly int clauses, logged, need_count, pending
    cdef readonly long long bump
    cdef readonly int[::1] ends, members, names, watching, following, log_ends, log_cells, needs
    cdef readonly unsigned short[::1] lacking, log_lacking, needed
    cdef readonly unsigned char[::1] listed, fresh
    cdef readonly long long[::1] weights
    cdef readonly const unsigned char[::1] easy
    cdef readonly unsigned short[::1] parts
    cdef readonly object core

    @cython.locals(clause=int, start=int, free=int, place=int, rest=int)
    cpdef rule_out(self, const int[::1] cells, const unsigned short[::1] lacking, int name)

    @cython.locals(
        label=int, before=int, node=int, following=int, clause=int, start=int, own=int, other=int,
        place=int, end=int, rest=int,
    )
    cdef bint _visit(self, int cell)

    cdef void _swap(self, int one, int two)

    cdef void _watch(self, int node, int cell)

    @cython.locals(clause=int)
    cdef int _clause(self, int length, int name)

    @cython.locals(one=int, two=int)
    cdef void _require(self, int cell, int lacking)

    @cython.locals(cell=int, reason=int, place=int, one=int, two=int, blocked=int)
    cdef void _explain(self, int entry, int lost)

    @cython.locals(entry=int, lost=int)
    cdef int _fail(self)

    cdef int _blame(self, int entry, int lost)

    cdef void _log(self, int cell, int lacking)

    @cython.locals(cell=int, lost=int, entry=int)
    cpdef learn(self)

    @cython.locals(
        length=int, place=int, cell=int, clause=int, start=int, free=int, target=int, lacking=int, level=int,
    )
    cdef void _conclude(self, int top)

    @cython.locals(label=int, entry=int)
    cdef int _level_of(self, int cell, int lacking)

    @cython.locals(place=int, cell=int)
    cdef void _forget(self)

    @cython.locals(entry=int, lost=int, cell=int)
    cpdef trace(self)

    @cython.locals(clause=int, place=int)
    cdef _cite(self, int first, unsigned char[::1] marked)

    @cython.locals(found=int, relation=int, other=int)
    cpdef int part(self, int mask)

    @cython.locals(clause=int, found=int, place=int, label=int)
    cpdef int unsettled(self)

    cpdef go_back(self)

    @cython.locals(place=int, cell=int, label=int, best=int, rank="long long", weight="long long")
    cpdef int hardest(self, const int[::1] cells)

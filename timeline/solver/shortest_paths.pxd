# The types with which shortest_paths.py is compiled; the file itself imports nothing and knows nothing of them.
# Points, gaps and slots are C ints in flat columns of the typecode "i", values are in columns of "q", marks are bytes.

cimport cython


ctypedef fused number:
    int
    long long


@cython.locals(index=Py_ssize_t, value="long long")
cpdef bint within(const number[::1] values, long long low, long long high, long long besides)


@cython.locals(count=int, index=int)
cpdef int select(const int[::1] statements, const int[::1] options, const int[::1] chosen, int[::1] found)


@cython.locals(index=Py_ssize_t, point=Py_ssize_t, gap=int, tail=int, slot=int)
cpdef fill_rows(
    const int[::1] ids, const int[::1] tails, const int[::1] heads, const long long[::1] weights,
    int[::1] begin, int[::1] row_heads, long long[::1] row_weights, int[::1] row_gaps, int points,
)


@cython.locals(index=Py_ssize_t, window=int, point=int, limit="long long")
cpdef narrow(
    const int[::1] ids, const int[::1] points, const long long[::1] limits, long long absent, int sign,
    long long[::1] best, int[::1] windows,
)


@cython.locals(count=int, point=int)
cpdef int enqueue(
    const long long[::1] labels, long long low, long long high, int points,
    unsigned char[::1] queued, int[::1] queue,
)


@cython.locals(point=int)
cpdef int first_below(const long long[::1] labels, const long long[::1] mirrored, int points)


@cython.locals(count=int, point=int)
cpdef int requeue(const unsigned char[::1] queued, int points, int[::1] queue)


@cython.locals(
    first=int, last=int, tail=int, label="long long", bounded=bint, slot=int, head=int, value="long long",
)
cpdef int lower(
    const int[::1] begin, const int[::1] end, const int[::1] heads, const long long[::1] weights,
    const int[::1] gaps, long long[::1] labels, int[::1] parents, unsigned char[::1] queued, int[::1] queue,
    int points, int count, long long lowest, long long roof, long long patience,
)


@cython.locals(
    first=int, last=int, tail=int, state=int, label="long long", bounded=bint, slot=int, head=int,
    value="long long",
)
cpdef int settle(
    const int[::1] begin, const int[::1] end, const int[::1] heads, const long long[::1] weights,
    const int[::1] gaps, long long[::1] labels, int[::1] parents, unsigned char[::1] queued, int[::1] queue,
    int points, int count, long long lowest, long long roof, long long patience,
    int[::1] after, int[::1] before, int[::1] depth,
)


@cython.locals(height=int, previous=int, below=int, following=int)
cdef bint _take_apart(
    int top, int point, int[::1] after, int[::1] before, int[::1] depth, unsigned char[::1] queued,
)


@cython.locals(following=int)
cdef void _graft(int point, int tail, int[::1] after, int[::1] before, int[::1] depth)

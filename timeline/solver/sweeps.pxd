# The types with which sweeps.py is compiled, as in shortest_paths.pxd; places of slots are Py_ssize_t, since there are two numbers to a slot.

cimport cython


cdef int RESTING, OUTSIDE, TIRED
cdef long long GAP


@cython.locals(count=int, point=int, late="long long", early="long long", time="long long")
cpdef int guess(
    const long long[::1] latest, const long long[::1] earliest, long long roof, long long most, long long unknown,
    long long[::1] times, int points,
)


@cython.locals(count=int, index=Py_ssize_t, gap=int, tail=int, head=int)
cpdef int guess_along(
    const int[::1] ids, const int[::1] tails, const int[::1] heads, const long long[::1] weights,
    long long most, long long unknown, long long[::1] times,
)


@cython.locals(
    least="long long", most="long long", point=int, time="long long", last=int, shift=int, stretch=int,
    total=int, count=int,
)
cpdef rank(const long long[::1] times, long long unknown, int[::1] counts, int[::1] ranks, int points)


@cython.locals(index=Py_ssize_t, point=int, gap=int, tail=int, head="long long", slot=Py_ssize_t)
cpdef fill_slots(
    const int[::1] ids, const int[::1] ranks, const int[::1] tails, const int[::1] heads,
    const long long[::1] weights, int[::1] begin, long long[::1] slots, int points,
)


@cython.locals(
    gap="long long", slot=Py_ssize_t, point=int, both="long long", head=int, place=Py_ssize_t, tail="long long",
)
cpdef turn_slots(
    const int[::1] begin, const long long[::1] slots, int[::1] turned_begin, long long[::1] turned, int points,
)


@cython.locals(point=int)
cpdef permute(const int[::1] ranks, const long long[::1] labels, long long[::1] own_labels, int points)


@cython.locals(count=int, point=int)
cpdef int mark(const long long[::1] labels, long long low, long long high, int points, unsigned char[::1] queued)


@cython.locals(point=int, place=int)
cpdef hand_back(
    const int[::1] ranks, const long long[::1] own_labels, const int[::1] own_parents,
    const unsigned char[::1] own_queued, long long[::1] labels, int[::1] parents, unsigned char[::1] queued,
    int points,
)


@cython.locals(point=int, place=int)
cpdef int circle(
    const int[::1] parents, const int[::1] tails, const unsigned char[::1] queued, int[::1] seen, int points,
)


@cython.locals(
    gap="long long", upwards=bint, active=bint, place=int, point=int, label="long long", bounded=bint, slot=Py_ssize_t,
    value="long long", both="long long", head=int,
)
cpdef int sweep(
    const int[::1] begin, const long long[::1] slots, long long[::1] labels, int[::1] parents,
    unsigned char[::1] queued, int points, long long roof, long long patience,
)

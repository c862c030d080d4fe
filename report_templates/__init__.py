"""Letters, the provincial report, its annexes and pages, filled from the warehouse."""

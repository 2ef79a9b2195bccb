"""Out to statistics programs: the comparison as typed variables, in the files of Stata and SPSS."""

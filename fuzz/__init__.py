"""`make fuzz`: hostile files, folders, settings and options for the whole program, with promises that must hold."""

"""The parts of the editor: changes as data, the ground they are made on, and the stretches of text they replace."""

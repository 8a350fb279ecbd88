"""All parts of a Word file that its text is read with."""

from tcplan.importing.readers.word.colours import WordTheme
from tcplan.importing.readers.word.list_counters import ListCounters
from tcplan.importing.readers.word.looks import WordLookReader
from tcplan.importing.readers.word.notes import NoteReader
from tcplan.importing.readers.word.numbering import read_lists
from tcplan.importing.readers.word.package import WordPackage
from tcplan.importing.readers.word.styles import WordStyles
from tcplan.importing.readers.word.table_styles import TableStyles
from tcplan.importing.readers.word.words import WordsReader


class WordFile:
    """The styles, lists, colours, links and notes of a Word file."""

    def __init__(self, package: WordPackage) -> None:
        self.package = package
        self.theme = WordTheme(package.root("theme"))
        self.styles = WordStyles(package.root("styles"))
        self.table_styles = TableStyles(self.styles, self.theme)
        self.counters = ListCounters(read_lists(package.root("numbering"), self.styles))
        self.looks = WordLookReader(self.styles, self.theme)
        self.notes = NoteReader(package, self.styles, self.looks)
        self.words = WordsReader(self.looks, _urls(package))


def _urls(package: WordPackage) -> dict[str, str]:
    """The addresses of links: they are told, and never fetched."""
    links = package.relationships.items()
    return {name: one.target for name, one in links if one.kind == "hyperlink" and one.is_outside}

"""What tables of cells share: how a cell is painted, its words, columns, the clipboard, entries of menus."""

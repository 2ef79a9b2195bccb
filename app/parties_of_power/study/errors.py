"""What can go wrong with a study file: each error's text is one sentence that a researcher can act on."""


class StudyError(Exception):
    """The file or the edit is refused; the text says why and what to do next."""


class NotAStudy(StudyError):
    """The file is something else: a text, a picture, another program's database."""


class DamagedStudy(StudyError):
    """The file, or a row in it, is not as it was written."""


class NewerStudy(StudyError):
    """The file was written by a later version of the program."""


class StudyInUse(StudyError):
    """Another program holds the file just now."""


class StudyMoved(StudyError):
    """The file was moved, replaced or deleted under the open study."""


class ReadOnlyStudy(StudyError):
    """The study is open for reading only."""


class UndoRefused(StudyError):
    """Undo or redo no longer fits what the file holds; nothing was changed."""


class EditRefused(StudyError):
    """The edit breaks a rule of the study; nothing was changed."""


class DiskFull(StudyError):
    """The disk takes no more; nothing was changed."""
